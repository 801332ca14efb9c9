# Vestlusõhtud
nav-conferences = Vestlusõhtud
nav-conferences-own = Minu vestlused
nav-conferences-family = Vestlused õpetajatega
conf-title = Vestlusõhtud
conf-never = Ühtegi vestlusõhtut ei ole veel kavandatud.
conf-new-title = Kavanda vestlusõhtu
conf-create = Edasi päevade juurde
conf-edit-title = Muuda andmeid
conf-state = Olek
conf-state-draft = Ettevalmistamisel
conf-state-before = Välja kuulutatud
conf-state-open = Broneerimine on avatud
conf-state-closed = Broneerimine on lõppenud
conf-opens = Broneerimine algab: { $moment }.
conf-closes = Broneerida saab kuni: { $moment }.
conf-has-closed = Broneerimine lõppes: { $moment }.
conf-day = { $weekday }, { $date }
conf-moment = { $day }, { $time }
conf-weekday-1 = esmaspäev
conf-weekday-2 = teisipäev
conf-weekday-3 = kolmapäev
conf-weekday-4 = neljapäev
conf-weekday-5 = reede
conf-weekday-6 = laupäev
conf-weekday-7 = pühapäev
conf-zone-none = Valige ajavöönd
conf-closes-early = Broneerimine peab lõppema pärast algust. Valige hilisem aeg.
conf-moment-wrong = Sisestage päev ja kellaaeg.
conf-time-wrong = Sisestage kellaaeg, näiteks 18:30.
conf-minutes-wrong = Sisestage minutite arv vahemikus { $least } kuni { $most }.
conf-to-round = Tagasi ülevaatesse
conf-days = Päevad ja kellaajad
conf-days-title = Päevad ja kellaajad
conf-days-none = Päevi veel ei ole. Lisage esimene.
conf-hours-add-title = Lisa päev
conf-hours-add = Lisa
conf-hours-overlap = Need ajad kattuvad sama päeva teiste aegadega. Valige muud ajad või eemaldage enne need.
conf-hours-many = Ühel vestlusõhtul võib olla kuni { $limit } ajavahemikku. Eemaldage enne mõni.
conf-until-early = Lõpp peab olema pärast algust.
conf-times = { $n ->
    [one] 1 aeg
   *[other] { $n } aega
}
conf-remove = Eemalda
conf-round-booked = Keegi on juba broneerinud, seega aegu muuta ei saa. Tühistage enne need kohtumised ja andke peredele teada.
conf-not-ready = Lisage enne vähemalt üks päev ja üks õpetaja. Siis saavad pered seda näha.
conf-next = Mida teha järgmiseks
conf-need-days = Määrake päevad ja kellaajad
conf-need-teachers = Valige õpetajad
conf-need-publish = Näidake seda peredele
conf-need-publish-text = Pered saavad broneerida alates teie määratud ajast.
conf-publish = Näita peredele
conf-hide = Peida perede eest
conf-hide-text = Kohtumised jäävad kehtima.
conf-tile-booked = { $n ->
    [one] kohtumine
   *[other] kohtumist
}
conf-tile-free = { $n ->
    [one] vaba aeg
   *[other] vaba aega
}
conf-tile-missing = veel kohtumiseta
conf-grid = Kes kellega vestleb
conf-teacher = Õpetaja
conf-teachers-title = Osalevad õpetajad
conf-teachers-count = { $n ->
    [one] { $n } õpetaja
   *[other] { $n } õpetajat
}
conf-teachers-none = Keegi veel ei osale.
conf-teachers-add = Lisa õpetajaid
conf-teachers-all = Kõik õpetajad, kellel on { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}
conf-teachers-of = Kõik õpetajad: { $name }
conf-choose = Vali
conf-teacher-title = Ruum ja pausid
conf-teacher-booked = Peredel on selle õpetajaga kohtumisi. Tühistage enne need ja andke peredele teada; siis saab õpetaja eemaldada.
conf-in-room = Ruum { $room }
conf-pauses = Ei ole saadaval
conf-pauses-text = Märkige ajad pausiks, hilisemaks tulekuks või varasemaks lõpetamiseks. Pered neid broneerida ei saa.
conf-pause = paus
conf-pause-booked = Üks neist aegadest on broneeritud. Tühistage enne see kohtumine ja andke perele teada.
conf-booked = broneeritud
conf-book = Broneeri
conf-book-title = Broneeri pere eest
conf-book-text = Õpetaja: { $teacher }. Teadet ei saadeta: andke perele ise teada.
conf-party = { $child }, tuleb { $guardian }
conf-party-alone = { $child }, broneerimisõigusega vanemat ega eestkostjat ei ole kirjas
conf-cancel = Tühista kohtumine
conf-cancel-title = Kohtumise tühistamine
conf-cancel-text = { $child } ja { $teacher }: { $moment }. Aeg vabaneb kohe. Teadet ei saadeta: andke perele ise teada.
conf-doubtful = Kontrolli
conf-doubtful-text = Kontrollige seda: { $student ->
    [child] laps
    [pupil] õpilane
    [learner] õppija
   *[student] õpilane
} on lahkunud või ei tohi vanem või eestkostja enam broneerida.
conf-missing-title = Kes ei ole veel broneerinud
conf-missing-none = Kõigil on kohtumine olemas.
conf-has-booked = Broneeritud
conf-not-yet = Veel mitte
conf-print-title = Lehed õpetajatele
conf-doors-title = Nimekirjad ustele
conf-print-text = Printige see leht: iga õpetaja tuleb omaette lehele.
conf-time = Aeg
conf-day-word = Päev
conf-child = Kelle kohta
conf-with = Kes tuleb
conf-own-title = Minu vestlused
conf-own-none = Te ei osale üheski vestlusõhtus.
conf-calendar = Lisa minu kalendrisse
conf-calendar-file = kohtumised
conf-family-title = Vestlused õpetajatega
conf-family-none = Praegu ei ole ühtegi vestlusõhtut, kuhu aega broneerida. Kool annab teada, kui on.
conf-no-teacher = { $student ->
    [child] Selle lapse
    [pupil] Selle õpilase
    [learner] Selle õppija
   *[student] Selle õpilase
} õpetajatest ei osale keegi.
conf-group-room = { $class }, ruum { $room }
conf-propose-text = Märkige õpetajad, kellega soovite rääkida. Pakume välja ühe lühikese õhtu kõigi teie laste jaoks; otsustate teie.
conf-propose = Paku kava
conf-choose-time = Vali aeg
conf-change = Muuda või tühista
conf-full = Selle õpetaja juures ei ole vaba aega. Küsige kooli kantseleist.
conf-others = Teisel vanemal või eestkostjal on selle õpetajaga kohtumine.
conf-instead = Vaba ja lähedal:
conf-choose-some = Märkige vähemalt üks ja kõige rohkem { $limit } õpetajat.
conf-slot-taken = Keegi jõudis hetke varem: see aeg on võetud. Valige teine aeg.
conf-slot-gone = Seda aega enam ei pakuta. Valige teine aeg.
conf-overlap = Teil on sel ajal teine kohtumine. Valige teine aeg.
conf-already-booked = Teil on selle õpetajaga juba kohtumine { $student ->
    [child] selle lapse
    [pupil] selle õpilase
    [learner] selle õppija
   *[student] selle õpilase
} asjus. Muutke hoopis seda.
conf-not-open = Broneerimine ei ole veel avatud. Tulge tagasi, kui see algab.
conf-closed = Broneerimine on lõppenud. Kui midagi on vaja muuta, helistage kooli kantseleisse.
conf-proposal-title = Kava teie jaoks
conf-proposal-text = Midagi ei ole veel broneeritud. Lugege kava läbi ja broneerige siis kõik korraga.
conf-book-all = { $n ->
    [one] Broneeri see kohtumine
   *[other] Broneeri kõik { $n } kohtumist
}
conf-leave-it = Vali ise
conf-unmet = Aega ei leidunud
conf-unmet-text = Nende jaoks ei sobi ükski vaba aeg teistega kokku. Valige ise või jätke mõni teine välja.
conf-plan-title = Teie kava
conf-plan-none = Teil ei ole veel ühtegi kohtumist.
field-round-name = Nimi
field-round-name-hint = Nii, nagu pered seda loevad: sügisvestlused.
field-opens-at = Broneerimine algab
field-closes-at = Broneerimine lõpeb
field-slot-minutes = Ühe vestluse kestus minutites
field-travel-minutes = Ruumist ruumi liikumise aeg minutites
field-travel-minutes-hint = Pakutud kava jätab kahe vestluse vahele nii palju aega.
field-round-zone = Ajavöönd
field-conf-day = Päev
field-conf-from = Algus
field-conf-until = Lõpp
field-conf-until-hint = Kõigi ühiseks pausiks lisage sama päev kaks korda.
field-conf-room = Ruum
field-chosen-teachers = Kes
field-book-start = Aeg
field-booked-for = Kelle jaoks
field-cancel-reason = Põhjus
field-cancel-reason-hint = Paari sõnaga või jätke tühjaks.
done-round-created = Kirja pandud. Lisage nüüd päevad.
done-round-changed = Muudetud.
done-round-published = Pered näevad seda nüüd.
done-round-hidden = Pered seda enam ei näe.
done-hours-added = Lisatud.
done-hours-removed = Eemaldatud.
done-teachers-added = Lisatud.
done-teacher-changed = Salvestatud.
done-teacher-removed = Eemaldatud.
done-booked = Broneeritud.
done-moved = Muudetud. Vana aeg on jälle vaba.
done-cancelled = Tühistatud. Aeg on jälle vaba.
done-plan-booked = Kõik on broneeritud. See on teie kava.

module-conferences = Vestlusõhtud
module-conferences-text = Perede ja õpetajate vestluste ajad ning nende broneerimine.
