nav-roster = Inlezen
roster-title = Bestand inlezen
roster-upload = Bestanden uit uw administratie
roster-files = Bestanden
roster-files-hint = EdeXML, OneRoster 1.1 of 1.2 (de losse bestanden of het ziparchief), of een of meer CSV-bestanden die bij elkaar horen. Er wordt niets opgeslagen voordat u hebt gezien wat er zou veranderen.
roster-look = Bekijken
roster-waiting = Wacht op een beslissing
roster-open = Openen
roster-no-file = Kies minstens één bestand.
roster-upload-broken = Het uploaden is afgebroken of de bestanden zijn te groot. Kies de bestanden opnieuw.
roster-preview-title = Wat er zou veranderen
roster-nothing-yet = Er is nog niets opgeslagen. Lees eerst, beslis dan.
roster-same = De school is al zoals dit bestand zegt. Er is niets te doen.
roster-counts = Aantallen
roster-what = Wat
roster-added = Nieuw
roster-changed = Gewijzigd
roster-leaving = Vertrekt
roster-students = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
}
roster-guardians = Ouders en verzorgers
roster-staff = Medewerkers
roster-groups = Groepen
roster-one-students = { $student ->
    [child] Kind
    [pupil] Leerling
    [learner] Cursist
   *[student] Student
}
roster-one-guardians = Ouder of verzorger
roster-one-staff = Medewerker
roster-one-groups = Groep
roster-households = { $n ->
    [0] Geen nieuwe huishoudens.
    [one] Eén nieuw huishouden.
   *[other] { $n } nieuwe huishoudens.
}
roster-reachable = Met een e-mailadres om zich aan te melden: { $with } van { $all } ouders en verzorgers. De anderen kunnen een brief met een code krijgen.
roster-sharing = { $n ->
    [one] Nog één heeft een adres dat ook iemand anders gebruikt; met een adres kan één account worden geopend.
   *[other] Nog { $n } hebben een adres dat ook iemand anders gebruikt; met een adres kan één account worden geopend.
}
roster-apply = Opslaan
roster-cancel = Weggooien
roster-problems = Kijk deze rijen na
roster-left-out = Overgeslagen
roster-dropped = Niet bewaard
roster-dropped-forbidden = { $n ->
    [one] Dit mag hier nooit worden bewaard; het stond in één rij. Het is weggelaten.
   *[other] Dit mag hier nooit worden bewaard; het stond in { $n } rijen. Het is weggelaten.
}
roster-dropped-undeclared = { $n ->
    [one] Deze school heeft er geen doel voor; het stond in één rij. Het is weggelaten.
   *[other] Deze school heeft er geen doel voor; het stond in { $n } rijen. Het is weggelaten.
}
roster-dropped-unknown = { $n ->
    [one] Wij kennen deze kolom niet; één rij had er iets in. Kies hieronder wat de kolom betekent, of laat die weg.
   *[other] Wij kennen deze kolom niet; { $n } rijen hadden er iets in. Kies hieronder wat de kolom betekent, of laat die weg.
}
roster-dropped-table = { $n ->
    [one] Hier staat niets bij wat wij over mensen of groepen kennen; de enige rij is niet gelezen.
   *[other] Hier staat niets bij wat wij over mensen of groepen kennen; de { $n } rijen zijn niet gelezen.
}
roster-lines = Een voor een
roster-more = { $n ->
    [one] en nog één.
   *[other] en nog { $n }.
}
roster-was = Was
roster-now = Nu
roster-columns = Welke kolom wat betekent
roster-file-about = Rijen: { $rows }; { $encoding }; scheidingsteken: { $separator }
roster-tab = tab
roster-heading = Kolom
roster-samples = Voorbeelden
roster-means = Betekenis
roster-never = Nooit bewaard
roster-ignore = weglaten
roster-map = Opnieuw bekijken
roster-place = { $file }, rij { $row }
roster-place-column = { $file }, rij { $row }, { $column }
roster-field-name = Naam
roster-field-number = Nummer
roster-field-born = Geboortedatum
roster-field-gender = Geslacht
roster-field-nationality = Nationaliteit
roster-field-postcode = Postcode
roster-field-email = E-mailadres
roster-field-phone = Telefoonnummer
roster-field-left-on = Vertrokken op
roster-field-employee-id = Personeelsnummer
roster-field-title = Functie
roster-field-level = Leerjaar
roster-field-ended = Beëindigd
roster-field-key = Sleutel
roster-field-reference = { $student ->
    [child] Sleutel van het kind of de gebruiker
    [pupil] Sleutel van de leerling of gebruiker
    [learner] Sleutel van de cursist of gebruiker
   *[student] Sleutel van de student of gebruiker
}
roster-field-related = Sleutel van de ouder of verzorger
roster-field-call-name = Voornaam
roster-field-infix = Tussenvoegsel
roster-field-surname = Achternaam
roster-field-full-name = Volledige naam
roster-field-group = Groep
roster-field-group-key = Sleutel van de groep
roster-field-section = Afdeling binnen het leerjaar
roster-field-mentor = Leraar van de groep
roster-field-role = Rol
roster-field-relationship = Relatie
roster-slot-guardian1 = Eerste ouder of verzorger
roster-slot-guardian2 = Tweede ouder of verzorger
roster-slot-guardian3 = Derde ouder of verzorger
roster-slot-guardian4 = Vierde ouder of verzorger
roster-slot-father = Vader
roster-slot-mother = Moeder
roster-slot-part = { $who }: { $what }
roster-import-title = Ingelezen bestand
roster-import-about = { $when }, { $who }
roster-by-shell = de opdrachtregel
roster-earlier = Eerder ingelezen
roster-state-running = Bezig
roster-state-done = Opgeslagen
roster-state-cancelled = Gestopt. Er is niets opgeslagen.
roster-state-failed = Mislukt. Er is niets opgeslagen.
roster-state-interrupted = Afgebroken. Er is niets opgeslagen.
roster-failed-refused = De bestanden konden niet worden gelezen. Er is niets opgeslagen. Bekijk ze opnieuw voordat u beslist.
roster-failed-conflict = De school was er niet klaar voor: er is nog geen akkoord met de verwerkersovereenkomst, of een nummer is van iemand anders. Er is niets opgeslagen.
roster-failed-busy = Een andere wijziging duurde te lang. Er is niets opgeslagen. Probeer het zo dadelijk opnieuw.
roster-failed-fault = Een fout van de machine of van het programma. Er is niets opgeslagen. Uw hostingbeheerder vindt de reden in het logboek.
roster-step-reading = De bestanden worden gelezen
roster-step-comparing = De bestanden worden vergeleken met de school
roster-step-storing = De gegevens worden opgeslagen
roster-looks-again = Deze pagina ververst elke twee seconden.
roster-look-still = Niet meer verversen
roster-look-again = Elke twee seconden verversen
roster-stop = Stoppen en de bestanden weggooien
roster-stopped = Het inlezen is gestopt. Er is niets opgeslagen.
roster-already-running = Er wordt al een ander bestand voor deze school ingelezen. Wacht tot dat klaar is, of stop het.
done-roster-applied = De gegevens zijn opgeslagen. Het bestand zelf wordt niet bewaard.
done-roster-cancelled = Het bestand is weggegooid. Er is niets veranderd.
fault-missing = { $what ->
    [group] De groep heeft geen naam. Vul die in en lees het bestand opnieuw in.
    [surname] Er staat geen naam. Vul die in en lees het bestand opnieuw in.
    [key] Er staat geen sleutel die deze rij van de andere onderscheidt. Vul die in en lees het bestand opnieuw in.
    [role] Er staat geen rol. Vul die in en lees het bestand opnieuw in.
   *[other] { $what } is leeg. Vul het in en lees het bestand opnieuw in.
}
fault-date = “{ $value }” is geen datum. Schrijf die zo: 2015-03-31.
fault-future = “{ $value }” ligt in de toekomst. Verbeter de datum.
fault-postcode = “{ $value }” is geen postcode van dit land. Verbeter de postcode.
fault-email = “{ $value }” is geen e-mailadres. Verbeter het adres.
fault-phone = “{ $value }” is geen telefoonnummer. Schrijf het met landnummer, zoals +31.
fault-gender = “{ $value }” is niet te begrijpen als geslacht. Schrijf f, m of x.
fault-duplicate = De sleutel “{ $value }” is al gebruikt in rij { $row }. Geef iedereen een eigen sleutel.
fault-number = Het nummer “{ $value }” is van iemand anders. Het wordt weggelaten; geef iedereen een eigen nummer.
fault-order = Een gerechtelijk bevel gaat over een ouder of verzorger van dit kind die niet in dit bestand staat. Kijk of “{ $value }” dezelfde persoon is voordat u dit opslaat.
fault-group = Er is geen groep “{ $value }” in deze levering. Voeg die toe, of verbeter de naam.
fault-student = Er is geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
} met de sleutel “{ $value }” in deze levering. Voeg de rij toe, of verbeter de sleutel.
fault-ragged = Deze rij heeft { $found } cellen, de kop heeft er { $expected }. Zoek een scheidingsteken dat er niet hoort.
fault-encoding = Sommige letters van deze rij zijn niet te lezen. Sla het bestand op als UTF-8.
fault-formula = Dit begint als een formule van een spreadsheet. Het wordt als gewone tekst bewaard.
fault-schema = “{ $value }” is nieuwer dan het gepubliceerde schema. Het is toch gelezen.
fault-long = Dit is { $length } tekens lang; er kunnen hoogstens { $limit } tekens worden bewaard.
refusal-empty = { $file } is leeg. Exporteer het opnieuw.
refusal-large = { $file } is groter dan { $limit } MiB. Splits het.
refusal-doctype = { $file }, regel { $line }: het bestand bevat een documenttype of entiteiten. Die kunnen voor aanvallen worden gebruikt. Exporteer het opnieuw zonder deze onderdelen.
refusal-xml = { $file }, regel { $line }: dit is geen geldige XML ({ $reason }). Exporteer het opnieuw.
refusal-root = { $file } is wel XML maar geen EdeXML: het begint met “{ $root }”. Kies de EdeXML-export.
refusal-text = { $file } is geen tekst en ook geen formaat dat wij kennen. Sla spreadsheets op als CSV.
refusal-header = { $file }: uit geen enkele kop blijkt in welke kolom de namen staan. Voeg een eerste rij toe met koppen zoals “Voornaam” en “Achternaam”.

module-roster = Bestanden met leerlingen
module-roster-text = Neemt personen, gezinnen en groepen over uit bestanden van een ander systeem; vooraf ziet u wat er zou veranderen.
measure-uploads = Een geüpload bestand wacht in het versleutelde bestand van de school en is na hoogstens { $n } uur vergeten.

roster-export = Gegevens meenemen
roster-export-text = Eén zipbestand in het formaat OneRoster 1.2: wie er vandaag is, de groepen van vandaag en welke ouder of verzorger bij wie hoort, met e-mailadressen, telefoonnummers en geboortedata voor zover de school die bewaart. Relaties die door een gerechtelijk bevel of door de administratie zijn beperkt, blijven erbuiten. Bewaar het bestand even zorgvuldig als de gegevens zelf.
roster-export-get = Downloaden
roster-undo = Deze import ongedaan maken
roster-undo-hint = Zet terug wat deze import heeft veranderd. Wat iemand daarna heeft veranderd of gebruikt, blijft zoals het is en komt in een lijst te staan.
roster-undo-until = Mogelijk tot { $when }.
roster-undo-late = Deze import kan niet meer ongedaan worden gemaakt: dat is al gebeurd, of er is een dag verstreken.
roster-state-undone = Ongedaan gemaakt. Wat veranderd was, is teruggezet.
roster-step-undoing = De gegevens worden teruggezet
roster-left = Gebleven zoals het was
roster-left-changed = veranderd sinds de import
roster-left-account = heeft inmiddels een account
roster-left-appointment = heeft inmiddels een afspraak
roster-left-linked = is daarna door de administratie gekoppeld of geplaatst
roster-left-used = wordt inmiddels elders gebruikt
roster-left-taken = het nummer is inmiddels van iemand anders
roster-dropped-unread = { $n ->
    [0] Deze school heeft geen doel voor wat in zo’n bestand staat; het is niet gelezen.
    [one] Deze school heeft geen doel voor wat in zo’n bestand staat; de enige rij is niet gelezen.
   *[other] Deze school heeft geen doel voor wat in zo’n bestand staat; de { $n } rijen zijn niet gelezen.
}
fault-person = Niemand met de sleutel “{ $value }” is hier of in deze levering bekend. Voeg de rij toe, of verbeter de sleutel.
fault-role = “{ $value }” is geen woord dat dit formaat hier kent. Verbeter het.
fault-later = Dit begint op { $value } en wordt tot dan weggelaten. Lees het bestand vanaf die dag opnieuw in.
fault-childless = Deze ouder of verzorger hoort bij geen kind uit deze levering. Vul agentSourcedIds in, of laat de rij weg.
fault-manifest = manifest.csv ontbreekt. De bestanden zijn gelezen als de hele school: wie er niet in staat, vertrekt. Bevatten ze alleen wijzigingen, exporteer ze dan opnieuw met hun manifest.
refusal-archive = { $why ->
    [encrypted] { $file } is met een wachtwoord beveiligd. Exporteer het opnieuw zonder wachtwoord.
    [nested] { $file } bevat mappen, koppelingen of een ander archief. Zet de bestanden zelf in het archief.
    [many] { $file } bevat te veel bestanden. Zet er alleen de bestanden van één levering in.
    [bomb] { $file } wordt bij het openen veel groter dan het is, zoals bij aanvallen. Het is niet gelezen; exporteer het opnieuw.
    [large] { $file } is na het openen te groot. Splits de levering.
   *[broken] { $file } kan niet worden geopend: het archief is beschadigd. Exporteer het opnieuw.
}
refusal-promised = { $file } belooft { $missing }, maar dat bestand is er niet. Voeg het toe, of exporteer opnieuw.
refusal-version = { $file } noemt versie “{ $version }”. OneRoster 1.1 en 1.2 worden gelezen; kies een van die twee bij het exporteren.
refusal-column = { $file }: de kolom { $column } ontbreekt. Exporteer opnieuw met alle kolommen van de standaard.
refusal-key = { $file }: de sleutels in { $column } zijn burgerservicenummers en die mogen niet worden bewaard. Exporteer opnieuw met andere sleutels.
measure-undo = Hoe een import ongedaan wordt gemaakt, staat in het versleutelde bestand van de school en wordt na { $n } uur vergeten.
