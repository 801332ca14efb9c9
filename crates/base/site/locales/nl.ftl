skip-to-content = Naar de inhoud
nav-main = Hoofdmenu
nav-menu = Menu
sign-out = Afmelden
footer-privacy = Privacy
footer-demo = Andere demorollen
footer-language = Taal
footer-theme = Kleuren
footer-set = Toepassen
theme-auto = Zoals het apparaat
theme-light = Licht
theme-dark = Donker
error-title = Fout: { $title }
error-summary = Verbeter dit
error-reference = Kenmerk: { $code }
error-home = Naar de beginpagina
error-not-found = Deze pagina is er niet
error-not-found-text = Misschien is de pagina verplaatst, of mag u die niet zien. Ga terug of begin op de beginpagina.
error-forbidden = Dit is niet voor uw rol
error-forbidden-text = Uw account mag dit niet. Vraag het aan uw school als u denkt dat het wel zou moeten.
error-invalid = Verbeter dit
error-invalid-text = Er klopt iets niet in het formulier. Ga terug en probeer het opnieuw.
error-conflict = Dat kan nu nog niet
error-conflict-text = Er is intussen iets veranderd. Ga terug en kijk opnieuw.
error-busy = Even te druk
error-busy-text = Er is niets opgeslagen. Probeer het over een paar seconden opnieuw.
error-internal = Er ging bij ons iets mis
error-internal-text = Van uw laatste stap is niets opgeslagen. Probeer het opnieuw; gaat het weer mis, geef dan het kenmerk hieronder door aan de school.
form-unreadable = Het formulier kon niet worden gelezen. Ga terug en verstuur het opnieuw.
already-exists = Dit bestaat al.
why-we-ask = Waarom wij dit vragen
why-text = Doel: { $purpose }. Grondslag: { $basis }. { $period }
why-records = In het verwerkingsregister
kept-for = Bewaard tot { $period } nadat het niet meer nodig is.
kept-school = Bewaard zolang de school hier is.
period-hours = { $n ->
    [one] 1 uur
   *[other] { $n } uur
}
period-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
}
period-months = { $n ->
    [one] 1 maand
   *[other] { $n } maanden
}
period-years = { $n ->
    [one] 1 jaar
   *[other] { $n } jaar
}
date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
role-visitor = Bezoeker
role-operator = Hostingbeheerder
role-administrator = Beheerder
role-office = Administratie
role-teacher = Leraar
role-guardian = Ouder of verzorger
role-student = { $student ->
    [child] Kind
    [pupil] Leerling
    [learner] Cursist
   *[student] Student
}
role-dpo = Gegevensbescherming
role-shell = Opdrachtregel
role-job = Geplande taak
subject-student = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
}
subject-guardian = Ouders en verzorgers
subject-staff = Medewerkers
subject-user = Iedereen met een account
subject-operator = Hostingbeheerders
subject-contact = Contactpersonen
subject-nobody = Niemand
purpose-administration = de administratie van de school
purpose-teaching = onderwijs geven
purpose-family-contact = contact met gezinnen
purpose-child-safety = de veiligheid van kinderen
purpose-sign-in = aanmelden
purpose-security = beveiliging
purpose-accountability = verantwoordingsplicht
purpose-communication = berichten
purpose-import = gegevens overnemen uit de administratie van de school
purpose-operation = de dienst draaiende houden
purpose-access = bepalen wie welke gegevens mag zien
purpose-statistics = aantallen van groepen, nooit van één persoon
basis-public-task = taak van algemeen belang
basis-contract = overeenkomst
basis-attested = zoals de school heeft bevestigd
basis-edition = zoals de school heeft opgegeven
basis-legal-obligation = wettelijke verplichting
basis-legitimate-interest = gerechtvaardigd belang
basis-consent = toestemming
category-identifier = nummers en sleutels
category-name = namen
category-birth = geboortedatum
category-gender = geslacht
category-nationality = nationaliteit
category-address = adres
category-contact = contactgegevens
category-relationship = relaties
category-education = groepen en inschrijving
category-employment = dienstverband
category-credential = middelen om aan te melden
category-device = apparaat en netwerk
category-activity = wat wanneer is gedaan
category-message = berichten
category-restriction = beperkingen door de rechter
module-off = Dit onderdeel staat uit voor uw school. Een beheerder kan het aanzetten onder Onderdelen.
measure-own-file = De gegevens van elke school staan in een eigen bestand, met AES-256 versleuteld onder een eigen sleutel; geen zoekvraag bereikt twee scholen.
measure-role-table = Wat een pagina mag doen, is een van { $n } benoemde handelingen, en wie dat mag, staat in één rollentabel; wat daar niet in staat, wordt geweigerd. Bij elk verzoek wordt opnieuw bepaald welke rollen iemand heeft.
measure-trail = Wijzigingen, en het inzien van gegevens van anderen, worden vastgelegd in een geketend controlespoor waarin een latere wijziging van een regel zichtbaar is.
measure-security-log = Aanmeldingen en weigeringen staan in een beveiligingslogboek dat slechts een deel van het netwerkadres bewaart.
measure-erasure = Wat verwijderd wordt, wordt in het bestand overschreven.
measure-own-pages = Pagina’s laden niets van elders, kunnen niet in andere sites worden ingebed en blijven in geen cache; formulieren vanaf andere sites worden geweigerd.
measure-logs = Het logboek van de server zelf duidt gegevens aan met willekeurige nummers en noemt niemand bij naam.
recipient-host = de hostingbeheerder van deze installatie, namens de school
recipient-oneself = de betrokkene zelf
recipient-public = iedereen die de privacypagina’s opent, wat de functionaris gegevensbescherming en de vertegenwoordiger betreft
find-open = Zoeken (Ctrl+K)
find-keys = Pijl omhoog of omlaag om te kiezen, Enter om te openen, Esc om te sluiten
find-title = Zoeken
find-label = Een pagina, een taak of een naam
offline-title = Geen verbinding
offline-text = Dit apparaat kan uw school nu niet bereiken. Wat u al had verstuurd, is niet verloren; verstuur wat u nog niet had verstuurd opnieuw zodra er weer verbinding is.
offline-again = Opnieuw proberen
offline-kept = Dit is een pagina die op dit apparaat is bewaard. Intussen kan er iets zijn veranderd.
offline-pages = Bewaard op dit apparaat
error-too-many = Te veel in één keer
error-too-many-text = { $n ->
    [one] Vanaf uw netwerk kwamen in korte tijd te veel verzoeken binnen. Wacht een seconde en ga dan verder.
   *[other] Vanaf uw netwerk kwamen in korte tijd te veel verzoeken binnen. Wacht { $n } seconden en ga dan verder.
  }
error-too-large = Dit is te groot
error-too-large-text = Een formulier mag 1 MB tekst bevatten, met bestanden erbij samen { $n } MB. Verstuur minder in één keer.
error-too-long = Dit adres is te lang
error-too-long-text = Begin op de beginpagina en ga van daar verder.
error-too-slow = Dit duurde te lang
error-too-slow-text = Misschien is het toch opgeslagen: kijk eerst na en probeer het dan opnieuw.
plain-refused = Gegevens gaan hier alleen versleuteld. Gebruik { $url }; er is niets opgeslagen.
role-support = Hostingbeheerder, met toegang voor ondersteuning
support-needed = U host deze school, maar mag de inhoud niet zien. Vraag de school om toegang voor ondersteuning; een beheerder van de school beslist.
support-only-looks = Met toegang voor ondersteuning ziet u wat de administratie ziet en wijzigt u niets. Dit hoort er niet bij.
support-banner = U kijkt met toegang voor ondersteuning mee in deze school, uiterlijk tot { $until }. Alles wat u opent, wordt genoteerd en de school kan het lezen.
support-banner-leave = Verlaten
