# School: navigatie en beginpagina
nav-home = Start
nav-students = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
}
nav-groups = { $group ->
    [group] Groepen
    [cohort] Lichtingen
   *[class] Klassen
}
nav-guardians = Ouders en verzorgers
nav-households = Huishoudens
nav-staff = Medewerkers
nav-institution = Instelling
home-title = Start
home-greeting = Welkom, { $name }
home-needs = Wacht op u
home-numbers = Vandaag in aantallen
home-import = Bestand inlezen
home-open = Openen
home-tile-students = { $n ->
    [one] { $student ->
        [child] kind
        [pupil] leerling
        [learner] cursist
       *[student] student
    }
   *[other] { $student ->
        [child] kinderen
        [pupil] leerlingen
        [learner] cursisten
       *[student] studenten
    }
}
home-tile-groups = { $n ->
    [one] { $group ->
        [group] groep
        [cohort] lichting
       *[class] klas
    }
   *[other] { $group ->
        [group] groepen
        [cohort] lichtingen
       *[class] klassen
    }
}
home-tile-guardians = { $n ->
    [one] ouder of verzorger
   *[other] ouders en verzorgers
}
home-tile-staff = { $n ->
    [one] medewerker
   *[other] medewerkers
}
home-need-agreement = Ga akkoord met de verwerkersovereenkomst
home-need-agreement-text = Zolang geen beheerder akkoord gaat, kan er geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
} worden vastgelegd.
home-need-agreement-button = Lezen en akkoord gaan
home-need-roster = Lees uw gegevens in
home-need-roster-text = Er is nog niemand. Lees een bestand uit uw administratiesysteem in.
home-need-roster-button = Bestand inlezen
home-need-institution = Vul de gegevens van de instelling aan
home-need-institution-text = Gezinnen hebben een adres, telefoonnummer en e-mailadres nodig om u te bereiken.
home-need-institution-button = Invullen
home-groups = Uw { $group ->
    [group] groepen
    [cohort] lichtingen
   *[class] klassen
}
home-groups-none = U hebt nog geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}. De administratie wijst die toe.
home-children = Uw kinderen
home-children-none = Er is geen kind aan u gekoppeld. Vraag het aan de administratie.
home-officer = Gegevensbescherming
home-officer-text = Wat deze school bewaart, waarom en hoelang.
home-officer-notice = Privacyverklaring
home-officer-records = Verwerkingsregister

# Lijsten en formulieren
crumbs-label = Waar u bent
list-name = Naam
list-search = Zoeken op naam
list-show = Tonen
list-clear = Zoekopdracht wissen
list-pages = Pagina’s
list-page = Pagina { $page } van { $last }
list-earlier = Vorige
list-later = Volgende
form-save = Opslaan
history-title = Wat er veranderd is
history-field = Veld
history-change = Wijziging
history-when = Wanneer
history-was = Was
history-now = Nu
history-nothing = niets
history-yes = ja
history-no = nee
history-by = Door
history-by-shell = de opdrachtregel
history-by-gone = een account dat niet meer bestaat

# Leerlingen
students-title = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
}
students-count = { $n } { $n ->
    [one] { $student ->
        [child] kind
        [pupil] leerling
        [learner] cursist
       *[student] student
    }
   *[other] { $student ->
        [child] kinderen
        [pupil] leerlingen
        [learner] cursisten
       *[student] studenten
    }
}
students-new-title = { $student ->
    [child] Kind
    [pupil] Leerling
    [learner] Cursist
   *[student] Student
} toevoegen
students-create = Toevoegen
students-edit-title = Gegevens verbeteren
students-details = Gegevens
students-groups = { $group ->
    [group] Groepen
    [cohort] Lichtingen
   *[class] Klassen
}
students-no-group = In geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}
students-every-group = Alle { $group ->
    [group] groepen
    [cohort] lichtingen
   *[class] klassen
}
students-standing = Wie
students-standing-here = Nu hier
students-standing-left = Vertrokken
students-standing-all = Iedereen
students-narrowed = Niemand past bij deze zoekopdracht.
students-never = Er is nog geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}. Lees een bestand in of voeg iemand met de hand toe.
students-all-left = Er is nu niemand; iedereen is vertrokken.
students-left = Vertrokken
students-left-on = Vertrokken op { $date }
students-born = { $date }, { $age }
students-age = { $n } jaar
students-basis = Bewaard op grond van
students-gender-none = Niet vastgelegd
students-gender-female = Vrouw
students-gender-male = Man
students-gender-other = Anders
students-move-title = Van { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} veranderen
students-move-text = De nieuwe { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} geldt vanaf vandaag. De oude eindigt vandaag en blijft in de geschiedenis staan.
students-move = Verplaatsen
students-leave-title = Vertrek vastleggen
students-leave-text = { $name } vertrekt op deze dag. Leraren zien de gegevens dan niet meer; de administratie bewaart ze tot de termijn voorbij is.
students-leave = Vertrek vastleggen
students-not-kept = Laat dit leeg: uw school heeft ervoor gekozen het niet te bewaren.
student-number-taken = Een { $student ->
    [child] ander kind
    [pupil] andere leerling
    [learner] andere cursist
   *[student] andere student
} heeft dit nummer al. Vul een ander nummer in.

# Ouders en verzorgers, en wat zij mogen
guardians-title = Ouders en verzorgers
guardians-count = { $n ->
    [one] { $n } ouder of verzorger
   *[other] { $n } ouders en verzorgers
}
guardians-narrowed = Geen ouder of verzorger past bij deze zoekopdracht.
guardians-never = Er is nog geen ouder of verzorger. Zij komen mee met het ingelezen bestand, of via de pagina van een { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}.
guardians-add-title = Ouder of verzorger toevoegen
guardians-add = Toevoegen
guardians-edit-title = Gegevens verbeteren
guardians-contact = Contact
guardians-no-contact = Er zijn geen contactgegevens vastgelegd.
guardians-children = { $student ->
    [child] Kinderen
    [pupil] Leerlingen
    [learner] Cursisten
   *[student] Studenten
} van deze ouder of verzorger
guardians-no-children = Er is geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
} gekoppeld.
guardians-none-of-student = Er is geen ouder of verzorger vastgelegd.
guardians-emergency = In geval van nood
guardians-collects = Ophalen
guardians-collects-yes = Mag ophalen
guardians-collects-no = Mag niet ophalen
edges-title = Wat deze ouder of verzorger mag
edges-rights = Mag
edges-change = Wijzigen
edges-between = { $guardian }, voor { $child }
edges-sees = Gegevens zien
edges-books = Afspraken maken
edges-pays = Betaalt
edges-picks-up = Ophalen
edges-emergency = Noodcontact { $n }
edges-restricted = Gerechtelijk bevel vanaf { $date }
edges-relationship-none = Niet vastgelegd
edges-relationship-mother = Moeder
edges-relationship-father = Vader
edges-relationship-guardian = Verzorger
edges-relationship-other = Anders
edges-unlink = Ontkoppelen
edges-unlink-title = Ouder of verzorger ontkoppelen
edges-unlink-text = { $guardian } ziet vanaf de volgende klik niets meer van { $child }. De eigen gegevens van { $guardian } blijven bestaan.
way-in-title = Toegang
way-in-text = Stuur een uitnodiging om een account te maken, of druk een brief met een code af.
way-in-invite = Uitnodigen per e-mail
way-in-letter = Brief afdrukken
way-in-no-email = Er is geen e-mailadres vastgelegd, dus alleen een brief is mogelijk.
groups-letters = Brieven aan gezinnen

# Noodlijsten
emergency-title = Noodlijst
emergency-made = Stand van { $date }
emergency-text = Druk deze pagina af, bewaar die bij wie op de { $student ->
    [child] kinderen
    [pupil] leerlingen
    [learner] cursisten
   *[student] studenten
} past en vernietig die zodra er een nieuwere is.
emergency-call = Bel in deze volgorde
emergency-nobody = Er is geen noodcontact aangewezen
emergency-no-phone = er is geen telefoonnummer vastgelegd
emergency-trip-title = Noodlijst van het uitje
emergency-trip = Voor een uitje: kies wie meegaat
emergency-trip-who = Wie gaat mee
emergency-trip-show = Alleen deze tonen
emergency-trip-all = Iedereen tonen
emergency-order-title = Volgorde van noodcontacten
emergency-place = Plaats
emergency-place-of = Plaats van { $name }
emergency-place-wrong = { $name }: vul een getal van 1 tot en met 9 in of laat het veld leeg.
emergency-place-twice = { $name }: deze plaats is al bezet. Geef elk contact een eigen plaats.

# Huishoudens
households-title = Huishoudens
households-count = { $n ->
    [one] { $n } huishouden
   *[other] { $n } huishoudens
}
households-narrowed = Geen huishouden past bij deze zoekopdracht.
households-never = Er is nog geen huishouden. Huishoudens komen mee met het ingelezen bestand.
households-members = In dit huishouden
households-empty = Er is niemand meer in dit huishouden.
households-siblings = Ook in dit huishouden
households-none = In geen huishouden
households-own = Een eigen huishouden
households-place-title = Van huishouden veranderen
households-place-text = Wie bij één huishouden hoort, meldt zich samen aan. Wat u hier kiest, verandert niet meer door een ingelezen bestand.
households-place = Hier plaatsen
households-new-title = Huishouden toevoegen
households-create = Toevoegen
households-nobody-yet = Er is nog niemand in dit huishouden.
households-add-title = Iemand in dit huishouden plaatsen

# Groepen
groups-title = { $group ->
    [group] Groepen
    [cohort] Lichtingen
   *[class] Klassen
}
groups-count = { $n } { $n ->
    [one] { $group ->
        [group] groep
        [cohort] lichting
       *[class] klas
    }
   *[other] { $group ->
        [group] groepen
        [cohort] lichtingen
       *[class] klassen
    }
}
groups-new-title = { $group ->
    [group] Groep
    [cohort] Lichting
   *[class] Klas
} toevoegen
groups-create = Toevoegen
groups-year = Schooljaar
groups-teachers = Leraren
groups-no-teachers = Er is nog geen leraar toegewezen.
groups-never = Er is nog geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}. Lees een bestand in of voeg er met de hand een toe.
groups-empty = In { $group ->
    [group] deze groep
    [cohort] deze lichting
   *[class] deze klas
} is geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}. Wijzig de { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} op de pagina van een { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}.
groups-empty-teacher = In { $group ->
    [group] deze groep
    [cohort] deze lichting
   *[class] deze klas
} is vandaag geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}.
groups-one-title = { $group ->
    [group] Groep
    [cohort] Lichting
   *[class] Klas
}
groups-running = Lopen nu
groups-all-over = Er loopt er nu geen. Kies een schooljaar om te zien wat voorbij is.
groups-over = { $name } is voorbij; de lijst kan alleen nog gelezen worden. Kies een { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} die nog loopt.
groups-over-since = Voorbij sinds { $date }. De lijst toont wie er tot het einde in zat en kan alleen nog gelezen worden.
groups-starts-on = Begint op
groups-ended-on = Eindigt op
groups-from = Begint op { $date }
groups-until = Eindigt op { $date }
groups-end-title = Deze { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} beëindigen
groups-end-text = Op deze dag eindigt { $name }: niemand zit er nog in en niemand geeft er nog les. De lijst blijft en kan alleen nog gelezen worden. Een ingelezen bestand opent die niet opnieuw.
groups-end = Beëindigen
enrolment-title = Inschrijving
enrolment-in = Ingeschreven
enrolment-not-yet = Begint op { $date }
enrolment-left = Weg sinds { $date }
enrolment-left-title = Er niet meer in
roll-number-by-name = Nummeren op naam
roll-number-of = Lijstnummer van { $name }
roll-number-save = Lijstnummers opslaan
roll-number-wrong = { $name }: vul een lijstnummer van 1 tot en met 9999 in of laat het veld leeg.
roll-number-twice = { $name } en { $other } hebben hetzelfde lijstnummer, { $number }. Geef een van hen een ander.
roll-number-taken = Iemand op deze lijst heeft net een van deze lijstnummers gekregen. Open de lijst opnieuw.

# Volgend schooljaar
promotion-title = Volgend schooljaar
promotion-text = Beslis wat er met elke { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} gebeurt. Er verandert niets voordat u alles hebt gezien en ja hebt gezegd.
promotion-nothing = Er loopt geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}, dus er valt niets over te zetten.
promotion-first-day = Eerste dag van het volgende schooljaar
promotion-first-day-hint = Tot die dag blijft alles zoals het is.
promotion-way = Wat er gebeurt
promotion-way-of = Wat er met { $name } gebeurt
promotion-way-moves = Gaat door
promotion-way-leaves = Verlaat de school
promotion-way-stays = Blijft open
promotion-next-name = Nieuwe naam
promotion-next-name-of = Nieuwe naam van { $name }
promotion-next-level = Nieuw leerjaar
promotion-next-level-of = Nieuw leerjaar van { $name }
promotion-look = Bekijk wat er zou gebeuren
promotion-name-missing = { $name }: vul de nieuwe naam in.
promotion-moved = Een { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} is beëindigd sinds u deze pagina opende. Open de pagina opnieuw.
promotion-preview-title = Wat er zou gebeuren
promotion-from = Vanaf { $date }
promotion-preview-text = Open een { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} om te kiezen wie blijft zitten of vertrekt.
promotion-to = { $name } wordt { $next }
promotion-ends = { $name } eindigt
promotion-child = Wat er gebeurt
promotion-child-of = Wat er met { $name } gebeurt
promotion-child-along = Gaat mee met de { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}
promotion-child-repeats = Doet het jaar over
promotion-child-leaves = Verlaat de school
promotion-count-along = { $n ->
    [one] gaat door
   *[other] gaan door
}
promotion-count-repeats = { $n ->
    [one] doet het jaar over
   *[other] doen het jaar over
}
promotion-count-leaves = { $n ->
    [one] verlaat de school
   *[other] verlaten de school
}
promotion-count-groups = { $n ->
    [one] lijst sluit
   *[other] lijsten sluiten
}
promotion-count-again = Opnieuw tellen
promotion-warning = Vanaf die dag kunnen de oude lijsten alleen nog gelezen worden. Dit is hier niet terug te draaien.
promotion-apply = Volgend schooljaar beginnen
promotion-back = Terug naar de { $group ->
    [group] groepen
    [cohort] lichtingen
   *[class] klassen
}

# Medewerkers
staff-title = Medewerkers
staff-one-title = Medewerker
staff-count = { $n ->
    [one] { $n } medewerker
   *[other] { $n } medewerkers
}
staff-new-title = Medewerker toevoegen
staff-create = Toevoegen
staff-edit-title = Gegevens verbeteren
staff-details = Gegevens
staff-narrowed = Niemand past bij deze zoekopdracht.
staff-never = Er is nog geen medewerker.
staff-left = Vertrokken
staff-groups = { $group ->
    [group] Groepen
    [cohort] Lichtingen
   *[class] Klassen
}
staff-no-groups = Er is geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} toegewezen. Zonder { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} ziet een leraar geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
}.
staff-assign = Toewijzen
staff-end-group = Intrekken
staff-leave-title = Dienstverband beëindigen
staff-leave-text = { $name } werkt hier vanaf deze dag niet meer. Na het aanmelden is niets van dit werk meer te zien, en er is geen { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
} meer toegewezen. De gegevens blijven tot de termijn voorbij is.
staff-leave = Dienstverband beëindigen
staff-left-on = Vertrokken op { $date }
staff-leave-oneself = Dit zijn uw eigen gegevens. Vraag het aan een andere beheerder.
employee-id-taken = Iemand anders heeft dit personeelsnummer al. Vul een ander nummer in.

# Instelling en overeenkomst
institution-title = Instelling
institution-text = Gezinnen zien dit op de privacypagina’s en in brieven.
institution-incomplete = Er ontbreken gegevens: mensen hebben een telefoonnummer, straat en plaats nodig om u te bereiken.
agreement-title = Verwerkersovereenkomst
agreement-version = Versie { $version }
agreement-open = Nog niet akkoord. Tot die tijd kan er geen { $student ->
    [child] kind
    [pupil] leerling
    [learner] cursist
   *[student] student
} worden vastgelegd.
agreement-accepted = Akkoord door { $name } op { $date }.
agreement-text = De school bepaalt welke persoonsgegevens worden bewaard en waarom; zij is de verwerkingsverantwoordelijke. Het platform bewaart ze namens de school en alleen zoals de school opdraagt; het is de verwerker. Ieder staat in voor het eigen deel, zoals hier opgesomd.
agreement-school = De school staat ervoor in
agreement-school-1 = dat zij de gegevens die zij inbrengt mag bewaren, op grond van de wet, een overeenkomst of toestemming;
agreement-school-2 = dat gezinnen en medewerkers zijn ingelicht, met de privacyverklaring die het platform levert;
agreement-school-3 = dat toestemming van ouders en verzorgers wordt gevraagd waar dat nodig is, en dat intrekken wordt gerespecteerd;
agreement-school-4 = dat de gegevens kloppen en worden verbeterd als iemand zegt dat dat niet zo is;
agreement-school-5 = dat de juiste mensen een account krijgen, met de juiste rol, en dat het eindigt als het werk eindigt.
agreement-platform = Het platform staat ervoor in
agreement-platform-1 = dat de gegevens van de school gescheiden blijven van die van elke andere school, versleuteld, met een eigen sleutel;
agreement-platform-2 = dat ieder alleen ziet wat de rol toestaat, en dat wordt bijgehouden wie wat deed;
agreement-platform-3 = dat de gegevens nergens anders voor worden gebruikt dan voor de doelen van de school: geen reclame, geen profielen, geen verkoop;
agreement-platform-4 = dat elk gegeven wordt gewist als de termijn voorbij is, ook in de back-ups;
agreement-platform-5 = dat de school zonder uitstel hoort van elk datalek, en hulp krijgt bij verzoeken van betrokkenen;
agreement-platform-6 = dat alle gegevens aan het einde worden teruggegeven en daarna met de sleutel worden vernietigd.
agreement-accept-text = Met uw akkoord bevestigt u dat u dit voor de school mag beslissen. Uw naam en het tijdstip worden bewaard.
agreement-accept = Akkoord namens de school
agreement-first = Ga eerst akkoord met de verwerkersovereenkomst. Een beheerder vindt die onder Instelling.

# Wat er te doen is
tasks-title = Te doen
tasks-due = Uiterlijk op { $date }
tasks-overdue = Te laat sinds { $date }
tasks-tick-off = Afvinken
task-licence-ends = Laat een vergunning verlengen

# Contactpersonen en vergunningen
institution-export = Exporteren
contacts-title = Contactpersonen
contacts-text = Collega’s van de administratie zien de contactpersonen hier. De functionaris gegevensbescherming en de vertegenwoordiger staan met hun contactgegevens ook op de openbare privacypagina’s.
contacts-new-title = Contactpersoon toevoegen
contacts-create = Toevoegen
contacts-edit-title = Contactpersoon wijzigen
contacts-remove = Verwijderen
contacts-remove-title = Contactpersoon verwijderen
contacts-remove-text = { $name } wordt voorgoed verwijderd: geen gegeven, geen geschiedenis en geen bestand van deze school bewaart de naam.
contacts-never = Er is nog geen contactpersoon opgegeven.
contacts-ways = Contact
contacts-address = Adres
contacts-no-officer = Er is geen functionaris gegevensbescherming opgegeven. Moet uw instelling er een hebben, voeg die dan toe als contactpersoon; tot dan vermeldt het verwerkingsregister dat er geen is.
contacts-function-none = Kies er een
contacts-function-general = Algemeen contact
contacts-function-officer = Functionaris gegevensbescherming
contacts-function-representative = Vertegenwoordiger in de Unie
contacts-function-finance = Financiën
contacts-function-safety = Veiligheid van kinderen
contacts-function-technical = Technisch contact
licences-title = Vergunningen
licences-text = { $n ->
    [one] Eén dag voordat een vergunning afloopt, vraagt de beginpagina van de beheerder om verlenging.
   *[other] { $n } dagen voordat een vergunning afloopt, vraagt de beginpagina van de beheerder om verlenging.
}
licences-new-title = Vergunning toevoegen
licences-create = Toevoegen
licences-edit-title = Vergunning wijzigen
licences-remove = Verwijderen
licences-remove-title = Vergunning verwijderen
licences-remove-text = { $name } wordt voorgoed verwijderd, met de scan.
licences-never = Er is nog geen vergunning vastgelegd.
licences-no-end = zonder einddatum
licences-over = Verlopen
licences-scan = Scan

# Gezinnen en leerlingen
family-record = Wat de school bewaart
family-own-record = Wat de school over u bewaart
family-you = Wat u bent en mag
family-others = Andere ouders en verzorgers
family-correct = Klopt er iets niet? Meld het bij de administratie; u mag altijd om een verbetering vragen.

# Velden
field-name = Naam
field-call-name = Roepnaam
field-infix = Tussenvoegsel
field-surname = Achternaam
field-number = Nummer
field-number-hint = Het nummer dat uw school geeft, als zij dat doet.
field-born = Geboortedatum
field-gender = Geslacht
field-nationality = Nationaliteit
field-postcode = Postcode
field-email = E-mailadres
field-phone = Telefoonnummer
field-enrolled-on = Ingeschreven op
field-left-on = Vertrokken op
field-left-on-hint = Maak dit veld leeg als het vertrek per vergissing is vastgelegd.
field-group = { $group ->
    [group] Groep
    [cohort] Lichting
   *[class] Klas
}
field-household = Huishouden
field-relationship = Relatie
field-sees = Mag de gegevens zien
field-books = Mag afspraken maken
field-pays = Betaalt
field-picks-up = Mag ophalen
field-emergency-order = Plaats onder de noodcontacten
field-emergency-order-hint = 1 wordt het eerst gebeld. Laat leeg als deze persoon niet gebeld wordt.
field-restricted-from = Door de rechter op afstand gehouden vanaf
field-restricted-from-hint = Vanaf deze dag ziet deze ouder of verzorger niets en mag die niet ophalen. Geen ingelezen bestand heft dat op; alleen u, door dit veld leeg te maken.
field-group-name = Naam
field-level = Leerjaar
field-level-hint = Bijvoorbeeld 5, of laat leeg.
field-title = Functie
field-employee-id = Personeelsnummer
field-trade-name = Handelsnaam
field-institution-email = E-mailadres van de instelling
field-institution-phone = Telefoonnummer van de instelling
field-street = Straat en huisnummer
field-institution-postcode = Postcode
field-town = Plaats
field-latitude = Breedtegraad
field-latitude-hint = In graden, noord is positief: 52,0907
field-longitude = Lengtegraad
field-longitude-hint = In graden, oost is positief: 5,1214
field-function = Contact voor
field-function-hint = Waarover men deze persoon iets kan vragen.
field-licence-kind = Soort vergunning
field-licence-kind-hint = Bijvoorbeeld: exploitatievergunning, brandveiligheid.
field-licence-number = Vergunningnummer
field-issuer = Afgegeven door
field-valid-until = Geldig tot en met
field-valid-until-hint = De laatste dag waarop de vergunning geldt. Laat leeg als er geen einddatum is.
field-scan = Scan
field-scan-hint = Een PDF, JPEG, PNG of WebP van hoogstens 5 MiB. Kies het bestand na een verbetering opnieuw.
field-scan-goes = Huidige scan verwijderen
field-roll-number = Lijstnummer
field-kept-until = Bewaard tot
field-ended-on = Eindigt op
field-household-name = Naam
field-household-name-hint = Bijvoorbeeld de achternaam en de straat.

# Wat te verbeteren
name-missing = Vul een roepnaam of een achternaam in.
name-too-long = Maak de naam korter: hoogstens { $limit } tekens per deel.
email-not-an-address = Vul een e-mailadres in zoals naam@example.org.
phone-not-a-number = Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld +31 6 1234 5678.
postcode-wrong = Vul een postcode in zoals die in uw land wordt geschreven.
date-in-future = Vul een datum in van vandaag of eerder.
date-wrong = Vul een datum in met dag, maand en jaar.
date-before-enrolment = Vul een dag in op of na de dag van inschrijving.
text-missing = Vul dit veld in.
text-too-long = Maak dit korter: hoogstens { $limit } tekens.
choice-missing = Kies er een uit de lijst.
emergency-order-wrong = Vul een getal van 1 tot en met 9 in, of laat het veld leeg.
degrees-out-of-range = Vul graden in tussen -{ $limit } en { $limit }.
contact-out-of-reach = Vul een e-mailadres, een telefoonnummer of een adres in.
date-in-past = Vul een datum in van vandaag of later.
date-before-start = Vul een datum in op of na de eerste dag.

# Gedaan
done-student-created = Toegevoegd.
done-student-changed = De gegevens zijn opgeslagen.
done-student-moved = { $group ->
    [group] De groep
    [cohort] De lichting
   *[class] De klas
} is gewijzigd.
done-student-left = Het vertrek is vastgelegd.
done-student-back = Het vertrek is ongedaan gemaakt.
done-student-placed = Het huishouden is gewijzigd.
done-guardian-added = De ouder of verzorger is toegevoegd.
done-guardian-changed = De gegevens zijn opgeslagen.
done-edge-changed = De rechten zijn opgeslagen.
done-edge-unlinked = De ouder of verzorger is ontkoppeld.
done-group-created = { $group ->
    [group] De groep
    [cohort] De lichting
   *[class] De klas
} is toegevoegd.
done-group-assigned = { $group ->
    [group] De groep
    [cohort] De lichting
   *[class] De klas
} is toegewezen.
done-group-ended = { $group ->
    [group] De groep
    [cohort] De lichting
   *[class] De klas
} is niet meer toegewezen.
done-staff-created = Toegevoegd.
done-staff-changed = De gegevens zijn opgeslagen.
done-institution-changed = De gegevens van de instelling zijn opgeslagen.
done-agreement-accepted = Het akkoord met de overeenkomst is vastgelegd.

nav-modules = Onderdelen
modules-title = Onderdelen
modules-intro = Wat uw school niet nodig heeft, hoeft zij niet te bewaren. Een onderdeel dat uit staat, heeft geen pagina’s, vraagt niets en slaat niets nieuws op. Wat het bewaarde, blijft tot de termijn voorbij is.
modules-on = aan
modules-off = uit
modules-holds = Bevat: { $what }.
modules-switch-off = { $module } uitzetten
modules-switch-on = { $module } aanzetten
modules-unknown = Dit onderdeel bestaat niet. Kies er een uit de lijst.
modules-state = Kies aan of uit.
done-module-on = Het onderdeel staat aan.
done-module-off = Het onderdeel staat uit.
done-task-ticked-off = Afgevinkt.
done-contact-created = De contactpersoon is toegevoegd.
done-contact-changed = De contactpersoon is opgeslagen.
done-contact-removed = De contactpersoon is verwijderd.
done-licence-created = De vergunning is toegevoegd.
done-licence-changed = De vergunning is opgeslagen.
done-licence-removed = De vergunning is verwijderd.
done-group-numbered = De lijstnummers zijn opgeslagen.
done-group-over = Het einde is vastgelegd.
done-contacts-ordered = De volgorde is opgeslagen.
done-household-created = Het huishouden is toegevoegd.
done-staff-left = Het einde van het dienstverband is vastgelegd.
done-staff-back = Het einde van het dienstverband is ingetrokken.
done-promoted = Het volgende schooljaar staat klaar.

nav-statistics = Aantallen
statistics-title = Aantallen
statistics-intro = Hoeveel van elk geslacht. Alleen groepen van { $n } en meer worden geteld, zodat niemand te herkennen is.
statistics-few = Minder dan { $n }, of er zouden er te weinig overblijven: niet getoond.
statistics-where = Waar
statistics-school = De hele school
students-gender-leave = Niet wijzigen
students-gender-remove = Verwijderen wat is vastgelegd
module-demographics = Geslacht en nationaliteit
module-demographics-text = Vastgelegd waar de editie ze bewaart, los van de rest; geteld in groepen van tien of meer.
emergency-keep = Een dag op deze telefoon bewaren
emergency-kept = Deze lijst blijft een dag op deze telefoon en opent ook zonder verbinding. Bij het afmelden verdwijnt de lijst.
# Postadressen (C077)
address-title = Postadres
address-text = Hier gaan brieven naartoe. Maak alle velden leeg om het adres te verwijderen.
address-none = Er is geen postadres bekend.
address-change = Adres wijzigen
done-address-kept = Het adres is opgeslagen.
field-address = Postadres
field-address-street = Straat
field-house-number = Huisnummer
field-house-addition = Toevoeging
field-house-addition-hint = Bijvoorbeeld bis, B of een flatnummer.
field-address-postcode = Postcode
field-city = Plaats
field-country-hint = Twee letters: NL, EE, IN, US.
street-missing = Vul de straat in.
house-number-missing = Vul het huisnummer in.
house-number-wrong = Een huisnummer begint met een cijfer. Zet letters bij de toevoeging.
city-missing = Vul de plaats in.
country-wrong = Schrijf het land met twee letters, zoals NL.
history-corrected = een onjuiste waarde (die staat alleen nog in het verzoek)

# Het logo
logo-title = Logo
logo-text = Het staat op de inlogpagina en is voor iedereen te zien. Alleen de beeldpunten worden bewaard, zonder plaats of datum.
logo-upload = Logo opslaan
logo-remove = Logo verwijderen
field-logo = Kies een afbeelding
field-logo-hint = Een JPEG, PNG of WebP van hoogstens 5 MB.
field-logo-words = Wat erop staat, in woorden
field-logo-words-hint = Wordt voorgelezen aan wie het niet ziet. Laat u dit leeg, dan wordt de naam van de instelling voorgelezen.
done-logo-changed = Het logo is opgeslagen.
done-logo-removed = Het logo is verwijderd.
logo-never = Er is nog geen logo.
logo-missing = Kies een afbeelding.
