# Vestlused lapsevanematega
nav-conferences = Lastevanemate vestlused
nav-conferences-own = Minu vestlused
nav-conferences-family = Vestlus õpetajaga
conf-title = Lastevanemate vestlused
conf-never = Ühtegi vestlusõhtut pole veel kavandatud.
conf-new-title = Kavanda vestlusõhtu
conf-create = Edasi päevade juurde
conf-edit-title = Muuda andmeid
conf-state = Seis
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
conf-zone-none = Vali ajavöönd
conf-closes-early = Broneerimine peab lõppema pärast algust. Vali hilisem aeg.
conf-moment-wrong = Sisesta päev ja kellaaeg.
conf-time-wrong = Sisesta kellaaeg, näiteks 18:30.
conf-minutes-wrong = Sisesta minutite arv vahemikus { $least } kuni { $most }.
conf-to-round = Tagasi ülevaatesse
conf-days = Päevad ja kellaajad
conf-days-title = Päevad ja kellaajad
conf-days-none = Päevi veel pole. Lisa esimene.
conf-hours-add-title = Lisa päev
conf-hours-add = Lisa
conf-hours-overlap = Need ajad kattuvad sama päeva teiste aegadega. Vali muud ajad või eemalda enne need.
conf-hours-many = Ajavahemikke saab olla kuni { $limit }. Eemalda enne mõni.
conf-until-early = Lõpp peab olema pärast algust.
conf-times = { $n ->
    [one] 1 aeg
   *[other] { $n } aega
}
conf-remove = Eemalda
conf-round-booked = Keegi on juba broneerinud, seega aegu muuta ei saa. Tühista enne need kohtumised ja anna peredele teada.
conf-not-ready = Lisa enne vähemalt üks päev ja üks õpetaja. Siis saavad pered seda näha.
conf-next = Mis on järgmine
conf-need-days = Määra päevad ja kellaajad
conf-need-teachers = Vali õpetajad
conf-need-publish = Näita peredele
conf-need-publish-text = Nad saavad broneerida alates sinu määratud ajast.
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
conf-teacher-booked = Peredel on selle õpetajaga kohtumisi. Tühista enne need ja anna peredele teada; siis saab õpetaja eemaldada.
conf-in-room = Ruum { $room }
conf-pauses = Pole saadaval
conf-pauses-text = Märgi ajad pausiks, hilisemaks tulekuks või varasemaks lõpetamiseks. Pered neid broneerida ei saa.
conf-pause = paus
conf-pause-booked = Üks neist aegadest on broneeritud. Tühista enne see kohtumine ja anna perele teada.
conf-booked = broneeritud
conf-book = Broneeri
conf-book-title = Broneeri pere eest
conf-book-text = Õpetaja: { $teacher }. Teadet ei saadeta: anna perele ise teada.
conf-party = { $child }, tuleb { $guardian }
conf-party-alone = { $child }, broneerimisõigusega hooldajat kirjas pole
conf-cancel = Tühista kohtumine
conf-cancel-title = Kohtumise tühistamine
conf-cancel-text = { $child } ja { $teacher }: { $moment }. Aeg vabaneb kohe. Teadet ei saadeta: anna perele ise teada.
conf-doubtful = Kontrolli
conf-doubtful-text = Kontrolli seda: { $student ->
    [child] laps
    [learner] õppija
   *[student] õpilane
} on lahkunud või hooldaja ei tohi enam broneerida.
conf-missing-title = Kes pole veel broneerinud
conf-missing-none = Kõigil on kohtumine olemas.
conf-has-booked = Broneeritud
conf-not-yet = Veel mitte
conf-print-title = Lehed õpetajatele
conf-doors-title = Nimekirjad ustele
conf-print-text = Prindi see leht: iga õpetaja tuleb omaette lehele.
conf-time = Aeg
conf-day-word = Päev
conf-child = Kellest
conf-with = Tuleb
conf-own-title = Minu vestlused
conf-own-none = Sa ei osale üheski vestlusõhtus.
conf-calendar = Lisa minu kalendrisse
conf-calendar-file = kohtumised
conf-family-title = Vestlus õpetajaga
conf-family-none = Praegu pole vestlusi, millele aega broneerida. Kool annab teada, kui on.
conf-no-teacher = { $student ->
    [child] Selle lapse
    [learner] Selle õppija
   *[student] Selle õpilase
} õpetajatest ei osale keegi.
conf-group-room = { $class }, ruum { $room }
conf-propose-text = Märgi õpetajad, kellega soovid rääkida. Pakume kõigi sinu laste kohta ühe lühikese õhtu; otsustad sina.
conf-propose = Paku kava
conf-choose-time = Vali aeg
conf-change = Muuda või tühista
conf-full = Selle õpetaja juures pole vaba aega. Küsi kooli kantseleist.
conf-others = Teisel hooldajal on selle õpetajaga kohtumine.
conf-instead = Vaba ja lähedal:
conf-choose-some = Märgi vähemalt üks õpetaja ja kõige rohkem { $limit }.
conf-slot-taken = Keegi jõudis hetke varem: see aeg on võetud. Vali teine aeg.
conf-slot-gone = Seda aega enam ei pakuta. Vali teine aeg.
conf-overlap = Sul on sel ajal teine kohtumine. Vali teine aeg.
conf-already-booked = Sul on selle õpetajaga juba kohtumine { $student ->
    [child] selle lapse
    [learner] selle õppija
   *[student] selle õpilase
} asjus. Muuda hoopis seda.
conf-not-open = Broneerimine pole veel avatud. Tule tagasi, kui see algab.
conf-closed = Broneerimine on lõppenud. Kui midagi on vaja muuta, helista kooli kantseleisse.
conf-proposal-title = Kava sinu jaoks
conf-proposal-text = Midagi pole veel broneeritud. Loe läbi ja broneeri siis kõik korraga.
conf-book-all = { $n ->
    [one] Broneeri see kohtumine
   *[other] Broneeri kõik { $n } kohtumist
}
conf-leave-it = Valin ise
conf-unmet = Aega ei leidunud
conf-unmet-text = Nende jaoks ei sobi ükski vaba aeg teistega kokku. Vali ise või jäta mõni teine välja.
conf-plan-title = Sinu kava
conf-plan-none = Sul pole veel ühtegi kohtumist.
field-round-name = Nimi
field-round-name-hint = Nii, nagu pered seda loevad: Sügisvestlused.
field-opens-at = Broneerimine algab
field-closes-at = Broneerimine lõpeb
field-slot-minutes = Ühe vestluse minutid
field-travel-minutes = Minutid ruumist ruumi liikumiseks
field-travel-minutes-hint = Pakutud kava jätab kahe vestluse vahele nii palju aega.
field-round-zone = Ajavöönd
field-conf-day = Päev
field-conf-from = Algus
field-conf-until = Lõpp
field-conf-until-hint = Kõigi ühiseks pausiks lisa sama päev kaks korda.
field-conf-room = Ruum
field-chosen-teachers = Kes
field-book-start = Aeg
field-booked-for = Kelle jaoks
field-cancel-reason = Põhjus
field-cancel-reason-hint = Paari sõnaga või jäta tühjaks.
done-round-created = Kirja pandud. Lisa nüüd päevad.
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
done-plan-booked = Kõik on broneeritud. See on sinu kava.

module-conferences = Arenguvestlused
module-conferences-text = Voorud perede ja õpetajate vestluste aegadega.
