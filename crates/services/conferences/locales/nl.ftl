# Oudergesprekken
nav-conferences = Oudergesprekken
nav-conferences-own = Mijn gesprekken
nav-conferences-family = Gesprek met leraren
conf-title = Oudergesprekken
conf-never = Er zijn nog geen oudergesprekken gepland.
conf-new-title = Oudergesprekken plannen
conf-create = Verder naar de dagen
conf-edit-title = Gegevens wijzigen
conf-state = Status
conf-state-draft = In voorbereiding
conf-state-before = Aangekondigd
conf-state-open = Inschrijving open
conf-state-closed = Inschrijving gesloten
conf-opens = De inschrijving opent op { $moment }.
conf-closes = Inschrijven kan tot { $moment }.
conf-has-closed = De inschrijving sloot op { $moment }.
conf-day = { $weekday } { $date }
conf-moment = { $day }, { $time }
conf-weekday-1 = maandag
conf-weekday-2 = dinsdag
conf-weekday-3 = woensdag
conf-weekday-4 = donderdag
conf-weekday-5 = vrijdag
conf-weekday-6 = zaterdag
conf-weekday-7 = zondag
conf-zone-none = Kies een tijdzone
conf-closes-early = De inschrijving moet later sluiten dan ze opent. Kies een later moment.
conf-moment-wrong = Vul een dag en een tijd in.
conf-time-wrong = Vul een tijd in, zoals 18:30.
conf-minutes-wrong = Vul een aantal minuten in van { $least } tot en met { $most }.
conf-to-round = Terug naar het overzicht
conf-days = Dagen en tijden
conf-days-title = Dagen en tijden
conf-days-none = Nog geen dag. Voeg de eerste toe.
conf-hours-add-title = Dag toevoegen
conf-hours-add = Toevoegen
conf-hours-overlap = Deze tijden overlappen met andere op dezelfde dag. Kies andere tijden, of verwijder die eerst.
conf-hours-many = Een ronde heeft hoogstens { $limit } tijdvakken. Verwijder er eerst een.
conf-until-early = Het einde moet na het begin liggen.
conf-times = { $n ->
    [one] 1 tijd
   *[other] { $n } tijden
}
conf-remove = Verwijderen
conf-round-booked = Er is al een afspraak gemaakt, dus de tijden liggen vast. Zeg die afspraken eerst af en laat het de gezinnen weten.
conf-not-ready = Voeg eerst minstens één dag en één leraar toe. Daarna kunnen gezinnen de ronde zien.
conf-next = Wat nu volgt
conf-need-days = Geef aan op welke dagen en tijden
conf-need-teachers = Kies de leraren
conf-need-publish = Toon de ronde aan de gezinnen
conf-need-publish-text = Zij kunnen zich inschrijven vanaf het moment dat u hebt ingesteld.
conf-publish = Aan gezinnen tonen
conf-hide = Voor gezinnen verbergen
conf-hide-text = Afspraken blijven zoals ze zijn.
conf-tile-booked = { $n ->
    [one] afspraak
   *[other] afspraken
}
conf-tile-free = { $n ->
    [one] vrije tijd
   *[other] vrije tijden
}
conf-tile-missing = nog zonder afspraak
conf-grid = Wie spreekt met wie
conf-teacher = Leraar
conf-teachers-title = Leraren die meedoen
conf-teachers-count = { $n ->
    [one] { $n } leraar
   *[other] { $n } leraren
}
conf-teachers-none = Er doet nog niemand mee.
conf-teachers-add = Leraren toevoegen
conf-teachers-all = Alle leraren met een { $group ->
    [group] groep
    [cohort] lichting
   *[class] klas
}
conf-teachers-of = Alle leraren van { $name }
conf-choose = Kies
conf-teacher-title = Lokaal en pauzes
conf-teacher-booked = Gezinnen hebben een afspraak met deze leraar. Zeg die eerst af en laat het hun weten; daarna kan de leraar eruit.
conf-in-room = Lokaal { $room }
conf-pauses = Niet beschikbaar
conf-pauses-text = Vink de tijden aan voor een pauze, later komen of eerder stoppen. Gezinnen kunnen die niet kiezen.
conf-pause = pauze
conf-pause-booked = Een van deze tijden is al gekozen. Zeg die afspraak eerst af en laat het het gezin weten.
conf-booked = bezet
conf-book = Afspraak maken
conf-book-title = Afspraak voor een gezin maken
conf-book-text = Met { $teacher }. Er gaat geen bericht uit: laat het het gezin zelf weten.
conf-party = { $child }, met { $guardian }
conf-party-alone = { $child }, geen ouder of verzorger bekend die een afspraak mag maken
conf-cancel = Afspraak afzeggen
conf-cancel-title = Afspraak afzeggen
conf-cancel-text = { $child } met { $teacher }: { $moment }. De tijd is meteen weer vrij. Er gaat geen bericht uit: laat het het gezin zelf weten.
conf-doubtful = Nakijken
conf-doubtful-text = Kijk deze na: { $student ->
    [child] het kind
    [pupil] de leerling
    [learner] de cursist
   *[student] de student
} is vertrokken, of de ouder of verzorger mag geen afspraken meer maken.
conf-missing-title = Wie nog geen afspraak heeft
conf-missing-none = Iedereen heeft een afspraak.
conf-has-booked = Afspraak
conf-not-yet = Nog niet
conf-print-title = Bladen voor leraren
conf-doors-title = Lijsten voor op de deuren
conf-print-text = Druk deze pagina af: elke leraar komt op een eigen blad.
conf-time = Tijd
conf-day-word = Dag
conf-child = Over
conf-with = Komt
conf-own-title = Mijn gesprekken
conf-own-none = U doet niet mee aan oudergesprekken.
conf-calendar = In mijn agenda zetten
conf-calendar-file = afspraken
conf-family-title = Gesprek met leraren
conf-family-none = Er zijn nu geen oudergesprekken waarvoor u zich kunt inschrijven. De school laat het u weten als het zover is.
conf-no-teacher = Voor { $student ->
    [child] dit kind
    [pupil] deze leerling
    [learner] deze cursist
   *[student] deze student
} doet geen leraar mee.
conf-group-room = { $class }, lokaal { $room }
conf-propose-text = Vink de leraren aan die u wilt spreken. Wij stellen één korte avond voor waarop u alle gesprekken voor uw kinderen hebt; u beslist.
conf-propose = Plan voorstellen
conf-choose-time = Tijd kiezen
conf-change = Wijzigen of afzeggen
conf-full = Bij deze leraar is geen tijd meer vrij. Vraag het aan de administratie.
conf-others = Een andere ouder of verzorger heeft een afspraak met deze leraar.
conf-instead = Vrij, kort ervoor of erna:
conf-choose-some = Vink minstens één leraar aan en hoogstens { $limit }.
conf-slot-taken = Iemand anders was net iets sneller: deze tijd is bezet. Kies een andere.
conf-slot-gone = Deze tijd wordt niet meer aangeboden. Kies een andere.
conf-overlap = U hebt op die tijd al een andere afspraak. Kies een andere tijd.
conf-already-booked = U hebt al een afspraak met deze leraar over { $student ->
    [child] dit kind
    [pupil] deze leerling
    [learner] deze cursist
   *[student] deze student
}. Wijzig die.
conf-not-open = De inschrijving is nog niet open. Kom terug zodra ze opent.
conf-closed = De inschrijving is gesloten. Bel de administratie als er iets moet veranderen.
conf-proposal-title = Een plan voor u
conf-proposal-text = Er is nog niets vastgelegd. Lees het, en leg dan alles in één keer vast.
conf-book-all = { $n ->
    [one] Deze afspraak vastleggen
   *[other] Alle { $n } afspraken vastleggen
}
conf-leave-it = Zelf kiezen
conf-unmet = Geen tijd gevonden
conf-unmet-text = Hiervoor is geen vrije tijd gevonden die bij de andere past. Kies zelf, of laat een ander gesprek weg.
conf-plan-title = Uw plan
conf-plan-none = U hebt nog geen afspraak.
field-round-name = Naam
field-round-name-hint = Zoals gezinnen de naam lezen: Herfstgesprekken.
field-opens-at = Inschrijving opent
field-closes-at = Inschrijving sluit
field-slot-minutes = Minuten per gesprek
field-travel-minutes = Minuten om van lokaal te wisselen
field-travel-minutes-hint = Voorgestelde plannen laten deze tijd tussen twee gesprekken.
field-round-zone = Tijdzone
field-conf-day = Dag
field-conf-from = Van
field-conf-until = Tot
field-conf-until-hint = Voeg voor een gezamenlijke pauze dezelfde dag twee keer toe.
field-conf-room = Lokaal
field-chosen-teachers = Wie
field-book-start = Tijd
field-booked-for = Voor wie
field-cancel-reason = Reden
field-cancel-reason-hint = In een paar woorden, of laat het leeg.
done-round-created = Vastgelegd. Voeg nu de dagen toe.
done-round-changed = Gewijzigd.
done-round-published = Gezinnen kunnen de ronde nu zien.
done-round-hidden = Gezinnen zien de ronde niet meer.
done-hours-added = Toegevoegd.
done-hours-removed = Verwijderd.
done-teachers-added = Toegevoegd.
done-teacher-changed = Opgeslagen.
done-teacher-removed = Eruit gehaald.
done-booked = Vastgelegd.
done-moved = Verzet. De oude tijd is weer vrij.
done-cancelled = Afgezegd. De tijd is weer vrij.
done-plan-booked = Alles is vastgelegd. Dit is uw plan.

module-conferences = Oudergesprekken
module-conferences-text = Rondes met tijden voor gesprekken tussen gezinnen en leraren.
