# One person on record twice
duplicates-title = Dubbel geregistreerd
duplicates-text = Deze dossiers kunnen van één persoon zijn die dubbel is ingevoerd. Bekijk beide voordat u beslist.
duplicates-none = Niemand lijkt dubbel te zijn geregistreerd.
duplicates-done = Samengevoegd in de afgelopen 30 dagen
duplicates-merged-about = Samengevoegd op { $when } door { $who }
duplicates-pair-title = Eén persoon of twee?
duplicates-problem = Er is nog niets samengevoegd
duplicates-what = Veld
duplicates-older = Ouder dossier
duplicates-newer = Nieuwer dossier
duplicates-first = Het oudere dossier, { $name }
duplicates-second = Het nieuwere dossier, { $name }
duplicates-stays = Welk dossier blijft?
duplicates-empty = Niet ingevuld
duplicates-merge-heading = Het is één persoon
duplicates-merge-text = Kies wat blijft. Alles wat aan het andere dossier hangt, verhuist mee en het andere dossier wordt verwijderd. Hebben beide dezelfde koppeling, dan geldt de strengste; een gerechtelijk bevel blijft staan. U kunt dit 30 dagen ongedaan maken.
duplicates-two-accounts = Beide hebben een account: dat van het dossier dat blijft, blijft bestaan; het andere wordt beëindigd en de eigenaar krijgt een e-mail.
duplicates-merge = Samenvoegen tot één dossier
duplicates-administrator = Het samenvoegen van collega’s kan een account beëindigen. Een beheerder doet dat.
duplicates-apart-heading = Het zijn twee personen
duplicates-apart-text = Beide dossiers blijven zoals ze zijn en dit paar wordt niet opnieuw voorgesteld.
duplicates-apart = Beide behouden
duplicates-choose-record = Kies welk dossier blijft.
duplicates-choose-value = Kies welke waarde blijft.
duplicates-two-appointments = Beide hebben een afspraak op dezelfde plek in de planning. Zeg eerst een van de twee af.
duplicates-two-rows = Beide hebben een gegeven dat maar één keer kan bestaan. Verwijder eerst een van de twee.
duplicates-own-account = U bent aangemeld met het account dat zou eindigen. Laat het andere dossier blijven.
duplicates-moved-on = De accounts zijn intussen gewijzigd. Bekijk beide dossiers opnieuw.
duplicates-merge-title = Samengevoegde dossiers
duplicates-undo-hint = Beide dossiers komen terug zoals ze waren; wat sindsdien is vastgelegd, blijft bij dit dossier. Een beëindigd account gaat weer open; de eigenaar meldt zich opnieuw aan.
duplicates-undo-until = Mogelijk tot { $when }.
duplicates-undo = Ongedaan maken: weer twee dossiers
duplicates-in-the-way = Dit kan nu niet ongedaan worden gemaakt: er is sindsdien iets gewijzigd. Draai dat eerst terug.
duplicates-since-changed = Sindsdien gewijzigd
duplicates-since-gone = Sindsdien verwijderd
duplicates-since-taken = Aan iemand anders gegeven
duplicates-thing-record = Het dossier zelf
duplicates-thing-groups = Groepen
duplicates-thing-links = Koppelingen tussen ouders of verzorgers en kinderen
duplicates-thing-account = Account
duplicates-thing-appointments = Afspraken
duplicates-thing-other = Overige gegevens
duplicates-kind-guardian = Ouders en verzorgers
duplicates-kind-staff = Personeel
duplicates-field-name = Naam
duplicates-field-number = Nummer
duplicates-field-born = Geboortedatum
duplicates-field-postcode = Postcode
duplicates-field-email = E-mailadres
duplicates-field-phone = Telefoonnummer
duplicates-field-household = Huishouden
duplicates-field-left-on = Vertrokken op
duplicates-field-employee-id = Personeelsnummer
duplicates-field-title = Functie
duplicates-why-same-name = Dezelfde naam
duplicates-why-nearly-same-name = Bijna dezelfde naam
duplicates-why-sounds-alike = Namen die hetzelfde klinken
duplicates-why-other-first-name = Zelfde achternaam, maar een andere voornaam: misschien broer, zus of tweeling
duplicates-why-other-surname = Zelfde voornaam, andere achternaam
duplicates-why-same-birth = Zelfde geboortedatum
duplicates-why-other-birth = Andere geboortedatum
duplicates-why-same-number = Zelfde nummer
duplicates-why-nearly-same-number = Bijna hetzelfde nummer
duplicates-why-same-email = Zelfde e-mailadres
duplicates-why-same-phone = Zelfde telefoonnummer
done-duplicates-merged = De twee dossiers zijn nu één.
done-duplicates-apart = Het blijven twee personen.
done-duplicates-undone = Het zijn weer twee dossiers.
duplicates-kind-student = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
}
duplicates-score = { $n } van 100
duplicates-count = { $n ->
    [0] Geen paar om te bekijken.
    [one] Eén paar om te bekijken.
   *[other] { $n } paren om te bekijken.
}
duplicates-more = { $n ->
    [one] Nog één, minder waarschijnlijk.
   *[other] Nog { $n }, minder waarschijnlijk.
}
measure-duplicates = { $n ->
    [one] Samengevoegde dossiers kunnen één dag weer worden gescheiden; het journaal daarvoor is verzegeld en wordt daarna gewist.
   *[other] Samengevoegde dossiers kunnen { $n } dagen weer worden gescheiden; het journaal daarvoor is verzegeld en wordt daarna gewist.
}
