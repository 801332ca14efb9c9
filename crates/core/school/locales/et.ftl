# Kool: menüü ja avaleht
nav-home = Avaleht
nav-students = { $student ->
    [child] Lapsed
    [pupil] Õpilased
    [learner] Õppijad
   *[student] Õpilased
}
nav-groups = { $group ->
    [group] Rühmad
    [cohort] Lennud
   *[class] Klassid
}
nav-guardians = Vanemad ja eestkostjad
nav-households = Leibkonnad
nav-staff = Töötajad
nav-institution = Asutus
home-title = Avaleht
home-greeting = Tere tulemast, { $name }!
home-needs = Ootab teie tegutsemist
home-numbers = Tänased arvud
home-import = Impordi nimekiri
home-open = Ava
home-tile-students = { $n ->
    [one] { $student ->
        [child] laps
        [pupil] õpilane
        [learner] õppija
       *[student] õpilane
    }
   *[other] { $student ->
        [child] last
        [pupil] õpilast
        [learner] õppijat
       *[student] õpilast
    }
}
home-tile-groups = { $n ->
    [one] { $group ->
        [group] rühm
        [cohort] lend
       *[class] klass
    }
   *[other] { $group ->
        [group] rühma
        [cohort] lendu
       *[class] klassi
    }
}
home-tile-guardians = { $n ->
    [one] vanem või eestkostja
   *[other] vanemat või eestkostjat
}
home-tile-staff = { $n ->
    [one] töötaja
   *[other] töötajat
}
home-need-agreement = Nõustuge andmetöötluslepinguga
home-need-agreement-text = Enne kui haldur sellega nõustub, ei saa ühegi { $student ->
    [child] lapse
    [pupil] õpilase
    [learner] õppija
   *[student] õpilase
} andmeid kirja panna.
home-need-agreement-button = Loe ja nõustu
home-need-roster = Importige oma nimekiri
home-need-roster-text = Siin ei ole veel kedagi. Importige fail oma haldussüsteemist.
home-need-roster-button = Impordi nimekiri
home-need-institution = Täiendage asutuse andmeid
home-need-institution-text = Pered vajavad teie aadressi, telefoninumbrit ja e-posti aadressi, et teiega ühendust võtta.
home-need-institution-button = Täida
home-groups = Teie { $group ->
    [group] rühmad
    [cohort] lennud
   *[class] klassid
}
home-groups-none = Teil ei ole veel ühtegi { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
}. Need määrab kantselei.
home-children = Teie lapsed
home-children-none = Teiega ei ole seotud ühtegi last. Pöörduge kooli kantseleisse.
home-officer = Andmekaitse
home-officer-text = Mida see kool säilitab, miks ja kui kaua.
home-officer-notice = Privaatsusteade
home-officer-records = Töötlemistoimingute register

# Loendid ja vormid
crumbs-label = Teie asukoht
list-name = Nimi
list-search = Otsi nime järgi
list-show = Näita
list-clear = Tühista otsing
list-pages = Leheküljed
list-page = Lehekülg { $page }/{ $last }
list-earlier = Eelmine
list-later = Järgmine
form-save = Salvesta
history-title = Mis on muutunud
history-field = Väli
history-change = Muudatus
history-when = Millal
history-was = Oli
history-now = Nüüd
history-nothing = tühi
history-yes = jah
history-no = ei
history-by = Kes
history-by-shell = käsurida
history-by-gone = konto, mida enam ei ole

# Õpilased
students-title = { $student ->
    [child] Lapsed
    [pupil] Õpilased
    [learner] Õppijad
   *[student] Õpilased
}
students-count = { $n } { $n ->
    [one] { $student ->
        [child] laps
        [pupil] õpilane
        [learner] õppija
       *[student] õpilane
    }
   *[other] { $student ->
        [child] last
        [pupil] õpilast
        [learner] õppijat
       *[student] õpilast
    }
}
students-new-title = Lisa { $student ->
    [child] laps
    [pupil] õpilane
    [learner] õppija
   *[student] õpilane
}
students-create = Lisa
students-edit-title = Paranda andmeid
students-details = Andmed
students-groups = { $group ->
    [group] Rühmad
    [cohort] Lennud
   *[class] Klassid
}
students-no-group = { $group ->
    [group] Ei ole üheski rühmas
    [cohort] Ei ole üheski lennus
   *[class] Ei ole üheski klassis
}
students-every-group = Kõik { $group ->
    [group] rühmad
    [cohort] lennud
   *[class] klassid
}
students-standing = Kes
students-standing-here = Praegu siin
students-standing-left = Lahkunud
students-standing-all = Kõik
students-narrowed = Otsingule ei vasta keegi.
students-never = Siin ei ole veel ühtegi { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
}. Importige nimekiri või lisage käsitsi.
students-all-left = Praegu ei ole siin kedagi; kõik on lahkunud.
students-left = Lahkunud
students-left-on = Lahkus: { $date }
students-born = { $date }, { $age }
students-age = { $n ->
    [one] { $n }-aastane
   *[other] { $n }-aastane
}
students-basis = Säilitamise alus
students-gender-none = Märkimata
students-gender-female = Naissoost
students-gender-male = Meessoost
students-gender-other = Muu
students-move-title = Vaheta { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
}
students-move-text = Uus { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
} kehtib tänasest. Vana lõpeb täna ja jääb ajalukku.
students-move = Vii üle
students-leave-title = Märgi lahkumine
students-leave-text = { $name } lahkub sellel päeval. Õpetajad tema andmeid enam ei näe; kantselei säilitab need tähtaja lõpuni.
students-leave = Märgi lahkumine
students-not-kept = Jätke see tühjaks: teie kool on otsustanud seda mitte säilitada.
student-number-taken = See number on juba teisel { $student ->
    [child] lapsel
    [pupil] õpilasel
    [learner] õppijal
   *[student] õpilasel
}. Sisestage muu number.

# Vanemad ja eestkostjad ning nende õigused
guardians-title = Vanemad ja eestkostjad
guardians-count = { $n ->
    [one] { $n } vanem või eestkostja
   *[other] { $n } vanemat või eestkostjat
}
guardians-narrowed = Otsingule ei vasta ükski vanem ega eestkostja.
guardians-never = Siin ei ole veel ühtegi vanemat ega eestkostjat. Nad tulevad nimekirjaga või lisatakse { $student ->
    [child] lapse
    [pupil] õpilase
    [learner] õppija
   *[student] õpilase
} lehelt.
guardians-add-title = Lisa vanem või eestkostja
guardians-add = Lisa
guardians-edit-title = Paranda andmeid
guardians-contact = Kontakt
guardians-no-contact = Kontaktandmeid ei ole kirjas.
guardians-children = Seotud { $student ->
    [child] lapsed
    [pupil] õpilased
    [learner] õppijad
   *[student] õpilased
}
guardians-no-children = Selle vanema või eestkostjaga ei ole seotud ühtegi { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
}.
guardians-none-of-student = Vanemat ega eestkostjat ei ole kirjas.
guardians-emergency = Hädaolukorras
guardians-collects = Järeletulek
guardians-collects-yes = Tohib järele tulla
guardians-collects-no = Ei tohi järele tulla
edges-title = Mida see vanem või eestkostja tohib
edges-rights = Tohib
edges-change = Muuda
edges-between = { $guardian } ja { $child }
edges-sees = Andmeid näha
edges-books = Aegu broneerida
edges-pays = Maksab
edges-picks-up = Järele tulla
edges-emergency = Hädaabikontakt { $n }
edges-restricted = Kohtumäärus, algus: { $date }
edges-relationship-none = Märkimata
edges-relationship-mother = Ema
edges-relationship-father = Isa
edges-relationship-guardian = Eestkostja
edges-relationship-other = Muu
edges-unlink = Eemalda seos
edges-unlink-title = Eemalda seos vanema või eestkostjaga
edges-unlink-text = { $guardian } ei näe alates järgmisest klõpsust enam midagi, mis puudutab: { $child }. Vanema või eestkostja enda andmed jäävad alles.
way-in-title = Ligipääs
way-in-text = Saatke kutse konto loomiseks või printige kiri koodiga.
way-in-invite = Kutsu e-postiga
way-in-letter = Prindi kiri
way-in-no-email = E-posti aadressi ei ole kirjas, seega saab saata ainult paberkirja.
groups-letters = Kirjad peredele

# Hädaabilehed
emergency-title = Hädaabileht
emergency-made = Seis: { $date }
emergency-text = Printige see leht välja, hoidke seda nende käes, kelle hoole all on { $student ->
    [child] lapsed
    [pupil] õpilased
    [learner] õppijad
   *[student] õpilased
}, ja hävitage see, kui on olemas uuem.
emergency-call = Helistage selles järjekorras
emergency-nobody = Hädaabikontakti ei ole määratud
emergency-no-phone = telefoninumbrit ei ole kirjas
emergency-trip-title = Väljasõidu hädaabileht
emergency-trip = Väljasõiduks: valige, kes kaasa tulevad
emergency-trip-who = Kes tulevad kaasa
emergency-trip-show = Näita ainult neid
emergency-trip-all = Näita kõiki
emergency-order-title = Hädaabikontaktide järjekord
emergency-place = Koht
emergency-place-of = { $name }: koht järjekorras
emergency-place-wrong = { $name }: sisestage arv 1 kuni 9 või jätke väli tühjaks.
emergency-place-twice = { $name }: see koht on juba võetud. Andke igale kontaktile oma koht.

# Leibkonnad
households-title = Leibkonnad
households-count = { $n ->
    [one] { $n } leibkond
   *[other] { $n } leibkonda
}
households-narrowed = Otsingule ei vasta ükski leibkond.
households-never = Siin ei ole veel ühtegi leibkonda. Need tulevad nimekirjaga.
households-members = Selles leibkonnas
households-empty = Selles leibkonnas ei ole enam kedagi.
households-siblings = Samas leibkonnas
households-none = Ei ole üheski leibkonnas
households-own = Omaette leibkond
households-place-title = Vaheta leibkonda
households-place-text = Ühe leibkonna inimesed logivad sisse koos. Kui olete siin valiku teinud, siis importimine seda enam ei muuda.
households-place = Lisa siia
households-new-title = Lisa leibkond
households-create = Lisa
households-nobody-yet = Selles leibkonnas ei ole veel kedagi.
households-add-title = Lisa keegi sellesse leibkonda

# Rühmad
groups-title = { $group ->
    [group] Rühmad
    [cohort] Lennud
   *[class] Klassid
}
groups-count = { $n } { $n ->
    [one] { $group ->
        [group] rühm
        [cohort] lend
       *[class] klass
    }
   *[other] { $group ->
        [group] rühma
        [cohort] lendu
       *[class] klassi
    }
}
groups-new-title = Lisa { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}
groups-create = Lisa
groups-year = Õppeaasta
groups-teachers = Õpetajad
groups-no-teachers = Õpetajat ei ole veel määratud.
groups-never = Siin ei ole veel ühtegi { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
}. Importige nimekiri või lisage käsitsi.
groups-empty = { $group ->
    [group] Selles rühmas
    [cohort] Selles lennus
   *[class] Selles klassis
} ei ole ühtegi { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
}. { $group ->
    [group] Rühma
    [cohort] Lendu
   *[class] Klassi
} saab vahetada { $student ->
    [child] lapse
    [pupil] õpilase
    [learner] õppija
   *[student] õpilase
} lehel.
groups-empty-teacher = { $group ->
    [group] Selles rühmas
    [cohort] Selles lennus
   *[class] Selles klassis
} ei ole täna ühtegi { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
}.
groups-one-title = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
}
groups-running = Praegu avatud
groups-all-over = Ühtegi ei ole praegu avatud. Lõppenute nägemiseks valige õppeaasta.
groups-over = { $name } on lõppenud ja selle nimekirja saab ainult lugeda. Valige avatud { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}.
groups-over-since = Lõppes: { $date }. Nimekiri näitab, kes olid selles lõpuni, ja seda saab ainult lugeda.
groups-starts-on = Algab
groups-ended-on = Lõpeb
groups-from = Algab: { $date }
groups-until = Lõpeb: { $date }
groups-end-title = Lõpeta { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}
groups-end-text = { $name } lõpeb sellel päeval: seal ei ole enam kedagi ja keegi ei õpeta seal enam. Nimekiri jääb alles ja seda saab ainult lugeda. Importimine seda uuesti ei ava.
groups-end = Lõpeta
enrolment-title = Nimekirja kuulumine
enrolment-in = Nimekirjas
enrolment-not-yet = Alustab: { $date }
enrolment-left = Lahkus: { $date }
enrolment-left-title = Ei ole enam nimekirjas
roll-number-by-name = Nummerda nime järgi
roll-number-of = { $name }: number nimekirjas
roll-number-save = Salvesta numbrid
roll-number-wrong = { $name }: sisestage number 1 kuni 9999 või jätke väli tühjaks.
roll-number-twice = { $name } ja { $other } on saanud sama numbri { $number }. Andke ühele neist muu number.
roll-number-taken = Keegi selles nimekirjas sai just ühe neist numbritest. Avage nimekiri uuesti.

# Järgmine õppeaasta
promotion-title = Järgmine õppeaasta
promotion-text = Otsustage, mis saab igast { $group ->
    [group] rühmast
    [cohort] lennust
   *[class] klassist
}. Midagi ei muutu enne, kui olete kõik üle vaadanud ja nõustunud.
promotion-nothing = Ühtegi avatud { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
} ei ole, seega ei ole kedagi üle viia.
promotion-first-day = Järgmise õppeaasta esimene päev
promotion-first-day-hint = Kuni selleni jääb kõik nii, nagu on.
promotion-way = Mis juhtub
promotion-way-of = { $name }: mis juhtub
promotion-way-moves = Läheb edasi
promotion-way-leaves = Lahkub koolist
promotion-way-stays = Jääb avatuks
promotion-next-name = Uus nimi
promotion-next-name-of = { $name }: uus nimi
promotion-next-level = Uus õpinguaasta
promotion-next-level-of = { $name }: uus õpinguaasta
promotion-look = Vaata, mis juhtuks
promotion-name-missing = { $name }: sisestage uus nimi.
promotion-moved = Pärast selle lehe avamist on lõppenud üks { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}. Avage leht uuesti.
promotion-preview-title = Mis juhtuks
promotion-from = Algus: { $date }
promotion-preview-text = Avage { $group ->
    [group] rühm
    [cohort] lend
   *[class] klass
}, et valida, kes jääb aastat kordama või lahkub.
promotion-to = { $name }: edaspidi { $next }
promotion-ends = { $name } lõpeb
promotion-child = Mis juhtub
promotion-child-of = { $name }: mis juhtub
promotion-child-along = { $group ->
    [group] Läheb koos rühmaga edasi
    [cohort] Läheb koos lennuga edasi
   *[class] Läheb koos klassiga edasi
}
promotion-child-repeats = Jääb aastat kordama
promotion-child-leaves = Lahkub koolist
promotion-count-along = { $n ->
    [one] läheb edasi
   *[other] lähevad edasi
}
promotion-count-repeats = { $n ->
    [one] jääb aastat kordama
   *[other] jäävad aastat kordama
}
promotion-count-leaves = { $n ->
    [one] lahkub koolist
   *[other] lahkuvad koolist
}
promotion-count-groups = { $n ->
    [one] nimekiri suletakse
   *[other] nimekirja suletakse
}
promotion-count-again = Loenda uuesti
promotion-warning = Alates sellest päevast saab vanu nimekirju ainult lugeda. Siin seda tagasi võtta ei saa.
promotion-apply = Alusta järgmist õppeaastat
promotion-back = { $group ->
    [group] Tagasi rühmade juurde
    [cohort] Tagasi lendude juurde
   *[class] Tagasi klasside juurde
}

# Töötajad
staff-title = Töötajad
staff-one-title = Töötaja
staff-count = { $n ->
    [one] { $n } töötaja
   *[other] { $n } töötajat
}
staff-new-title = Lisa töötaja
staff-create = Lisa
staff-edit-title = Paranda andmeid
staff-details = Andmed
staff-narrowed = Otsingule ei vasta keegi.
staff-never = Siin ei ole veel ühtegi töötajat.
staff-left = Lahkunud
staff-groups = { $group ->
    [group] Rühmad
    [cohort] Lennud
   *[class] Klassid
}
staff-no-groups = Ühtegi { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
} ei ole määratud. Ilma selleta ei näe õpetaja ühtegi { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
}.
staff-assign = Määra
staff-end-group = Eemalda
staff-leave-title = Lõpeta töösuhe
staff-leave-text = { $name } alates sellest päevast siin enam ei tööta. Sisselogimine ei ava talle enam midagi sellest tööst ja talle ei ole määratud ühtegi { $group ->
    [group] rühma
    [cohort] lendu
   *[class] klassi
}. Andmed jäävad tähtaja lõpuni alles.
staff-leave = Lõpeta töösuhe
staff-left-on = Lahkus: { $date }
staff-leave-oneself = Need on teie enda andmed. Pöörduge teise halduri poole.
employee-id-taken = See töötajanumber on juba kellelgi teisel. Sisestage muu number.

# Asutus ja leping
institution-title = Asutus
institution-text = Pered näevad neid andmeid privaatsuslehtedel ja kirjades.
institution-incomplete = Andmeid on puudu: teiega ühenduse võtmiseks on vaja telefoninumbrit, tänavat ja asulat.
agreement-title = Andmetöötlusleping
agreement-version = Versioon { $version }
agreement-open = Lepinguga ei ole veel nõustutud. Enne seda ei saa ühegi { $student ->
    [child] lapse
    [pupil] õpilase
    [learner] õppija
   *[student] õpilase
} andmeid kirja panna.
agreement-accepted = Nõustus { $name }, { $date }.
agreement-text = Kool otsustab, milliseid isikuandmeid ja miks säilitatakse; kool on vastutav töötleja. Platvorm säilitab neid kooli nimel ja ainult kooli juhiste järgi; platvorm on volitatud töötleja. Kumbki vastutab oma osa eest, nagu siin loetletud.
agreement-school = Kool vastutab selle eest,
agreement-school-1 = et tal on õigus säilitada sisestatud andmeid seaduse, lepingu või nõusoleku alusel;
agreement-school-2 = et peredele ja töötajatele on sellest teada antud platvormi koostatud privaatsusteatega;
agreement-school-3 = et vanemate ja eestkostjate nõusolekut küsitakse, kui seda on vaja, ja selle tagasivõtmist austatakse;
agreement-school-4 = et andmed on õiged ja neid parandatakse, kui keegi veast teatab;
agreement-school-5 = kes saab konto ja millise rolliga ning et konto lõpeb koos tööga.
agreement-platform = Platvorm vastutab selle eest,
agreement-platform-1 = et kooli andmeid hoitakse kõigi teiste koolide andmetest eraldi, krüpteeritult ja oma võtmega;
agreement-platform-2 = et igaüks näeb ainult seda, mida tema roll lubab, ja et tegevustest jääb jälg;
agreement-platform-3 = et andmeid kasutatakse ainult kooli eesmärkidel: ei reklaami, ei profiile, ei müüki;
agreement-platform-4 = et iga kirje kustutatakse tähtaja möödumisel, ka varukoopiatest;
agreement-platform-5 = et kool saab igast rikkumisest viivitamata teada ja et inimeste taotluste täitmisel antakse abi;
agreement-platform-6 = et lõpus antakse kõik andmed tagasi ning seejärel hävitatakse need koos võtmega.
agreement-accept-text = Nõustudes kinnitate, et võite seda kooli nimel otsustada. Teie nimi ja nõustumise aeg säilitatakse.
agreement-accept = Nõustu kooli nimel
agreement-first = Kõigepealt tuleb nõustuda andmetöötluslepinguga. Haldur leiab selle asutuse lehelt.

# Mida on vaja teha
tasks-title = Vaja teha
tasks-due = Tähtaeg: { $date }
tasks-overdue = Tähtaeg möödus: { $date }
tasks-tick-off = Tehtud
task-licence-ends = Laske luba pikendada

# Kontaktisikud ja load
institution-export = Ekspordi
contacts-title = Kontaktisikud
contacts-text = Kantselei töötajad näevad kontaktisikuid siin. Andmekaitsespetsialist ja esindaja on koos kontaktandmetega nimetatud ka avalikel privaatsuslehtedel.
contacts-new-title = Lisa kontaktisik
contacts-create = Lisa
contacts-edit-title = Paranda kontaktisiku andmeid
contacts-remove = Eemalda
contacts-remove-title = Eemalda kontaktisik
contacts-remove-text = { $name } eemaldatakse jäädavalt: nimi ei jää alles ühessegi selle kooli kirjesse, ajalukku ega faili.
contacts-never = Ühtegi kontaktisikut ei ole veel lisatud.
contacts-ways = Kontakt
contacts-address = Aadress
contacts-no-officer = Andmekaitsespetsialisti ei ole nimetatud. Kui teie asutusel peab ta olema, lisage ta kontaktisikuna; seni on töötlemistoimingute registris kirjas, et teda ei ole.
contacts-function-none = Valige
contacts-function-general = Üldkontakt
contacts-function-officer = Andmekaitsespetsialist
contacts-function-representative = Esindaja Euroopa Liidus
contacts-function-finance = Rahaasjad
contacts-function-safety = Laste turvalisus
contacts-function-technical = Tehniline kontakt
licences-title = Load
licences-text = { $n ->
    [one] Üks päev enne loa lõppemist palub halduri avaleht seda pikendada.
   *[other] { $n } päeva enne loa lõppemist palub halduri avaleht seda pikendada.
}
licences-new-title = Lisa luba
licences-create = Lisa
licences-edit-title = Muuda luba
licences-remove = Eemalda
licences-remove-title = Eemalda luba
licences-remove-text = { $name } eemaldatakse jäädavalt koos skannitud koopiaga.
licences-never = Ühtegi luba ei ole veel kirja pandud.
licences-no-end = tähtajatu
licences-over = Lõppenud
licences-scan = Skannitud koopia

# Pered ja õppijad
family-record = Mida kool säilitab
family-own-record = Mida kool teie kohta säilitab
family-you = Teie suhe ja õigused
family-others = Teised vanemad ja eestkostjad
family-correct = Kas midagi on valesti? Andke kooli kantseleile teada; parandust võite taotleda igal ajal.

# Väljad
field-name = Nimi
field-call-name = Eesnimi
field-infix = Nime vaheosa
field-surname = Perekonnanimi
field-number = Number
field-number-hint = Kooli antud number, kui see on olemas.
field-born = Sünnikuupäev
field-gender = Sugu
field-nationality = Kodakondsus
field-postcode = Sihtnumber
field-email = E-posti aadress
field-phone = Telefoninumber
field-enrolled-on = Vastu võetud
field-left-on = Lahkunud
field-left-on-hint = Tühjendage väli, kui lahkumine märgiti ekslikult.
field-group = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
}
field-household = Leibkond
field-relationship = Suhe
field-sees = Tohib andmeid näha
field-books = Tohib aegu broneerida
field-pays = Maksab
field-picks-up = Tohib järele tulla
field-emergency-order = Järjekord hädaabikontaktide seas
field-emergency-order-hint = Numbrile 1 helistatakse esimesena. Jätke tühjaks, kui sellele inimesele ei helistata.
field-restricted-from = Kohtu määratud piirang alates
field-restricted-from-hint = Sellest päevast alates ei näe vanem või eestkostja midagi ega tohi järele tulla. Importimine seda ei tühista; seda saate teha ainult teie, kui tühjendate selle välja.
field-group-name = Nimi
field-level = Õpinguaasta
field-level-hint = Näiteks 5, või jätke tühjaks.
field-title = Ametinimetus
field-employee-id = Töötajanumber
field-trade-name = Ärinimi
field-institution-email = Asutuse e-posti aadress
field-institution-phone = Asutuse telefoninumber
field-street = Tänav ja maja number
field-institution-postcode = Sihtnumber
field-town = Asula
field-latitude = Laiuskraad
field-latitude-hint = Kraadides, põhi on positiivne: 59,4370
field-longitude = Pikkuskraad
field-longitude-hint = Kraadides, ida on positiivne: 24,7536
field-function = Valdkond
field-function-hint = Mille kohta võib sellelt inimeselt küsida.
field-licence-kind = Loa liik
field-licence-kind-hint = Näiteks: koolitusluba, tuleohutus.
field-licence-number = Loa number
field-issuer = Väljaandja
field-valid-until = Kehtib kuni
field-valid-until-hint = Viimane päev, mil see kehtib. Jätke tühjaks, kui luba on tähtajatu.
field-scan = Skannitud koopia
field-scan-hint = PDF, JPEG, PNG või WebP kuni 5 MiB. Pärast parandust valige fail uuesti.
field-scan-goes = Eemalda praegune koopia
field-roll-number = Nr nimekirjas
field-kept-until = Säilitatakse kuni
field-ended-on = Lõpeb
field-household-name = Nimi
field-household-name-hint = Näiteks perekonnanimi ja tänav.

# Mida parandada
name-missing = Sisestage eesnimi või perekonnanimi.
name-too-long = Lühendage nime: igas osas kõige rohkem { $limit } märki.
email-not-an-address = Sisestage e-posti aadress, näiteks nimi@example.org.
phone-not-a-number = Sisestage telefoninumber ainult numbritega, näiteks +372 5123 4567.
postcode-wrong = Sisestage sihtnumber nii, nagu teie riigis kirjutatakse.
date-in-future = Sisestage tänane või varasem kuupäev.
date-wrong = Sisestage kuupäev: päev, kuu ja aasta.
date-before-enrolment = Sisestage päev, mis ei ole varasem vastuvõtmise päevast.
text-missing = Täitke see väli.
text-too-long = Lühendage teksti: kõige rohkem { $limit } märki.
choice-missing = Valige loendist.
emergency-order-wrong = Sisestage arv 1 kuni 9 või jätke väli tühjaks.
degrees-out-of-range = Sisestage kraadid vahemikus -{ $limit } kuni { $limit }.
contact-out-of-reach = Sisestage e-posti aadress, telefoninumber või postiaadress.
date-in-past = Sisestage kuupäev, mis on täna või hiljem.
date-before-start = Sisestage kuupäev, mis ei ole enne esimest päeva.

# Tehtud
done-student-created = Lisatud.
done-student-changed = Andmed on salvestatud.
done-student-moved = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
} on vahetatud.
done-student-left = Lahkumine on kirjas.
done-student-back = Lahkumine on tühistatud.
done-student-placed = Leibkond on muudetud.
done-guardian-added = Vanem või eestkostja on lisatud.
done-guardian-changed = Andmed on salvestatud.
done-edge-changed = Õigused on salvestatud.
done-edge-unlinked = Seos on eemaldatud.
done-group-created = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
} on lisatud.
done-group-assigned = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
} on määratud.
done-group-ended = { $group ->
    [group] Rühm
    [cohort] Lend
   *[class] Klass
} on eemaldatud.
done-staff-created = Lisatud.
done-staff-changed = Andmed on salvestatud.
done-institution-changed = Asutuse andmed on salvestatud.
done-agreement-accepted = Lepinguga on nõustutud.

nav-modules = Moodulid
modules-title = Moodulid
modules-intro = Mida teie kool ei vaja, seda ei pea ta ka säilitama. Väljalülitatud moodulil ei ole lehti, see ei küsi midagi ega salvesta midagi uut. Varem salvestatu jääb alles tähtaja lõpuni.
modules-on = sees
modules-off = väljas
modules-holds = Sisaldab: { $what }.
modules-switch-off = Lülita välja: { $module }
modules-switch-on = Lülita sisse: { $module }
modules-unknown = Sellist moodulit ei ole. Valige loendist.
modules-state = Valige, kas sees või väljas.
done-module-on = Moodul on sisse lülitatud.
done-module-off = Moodul on välja lülitatud.
done-task-ticked-off = Tehtuks märgitud.
done-contact-created = Kontaktisik on lisatud.
done-contact-changed = Kontaktisik on salvestatud.
done-contact-removed = Kontaktisik on eemaldatud.
done-licence-created = Luba on lisatud.
done-licence-changed = Luba on salvestatud.
done-licence-removed = Luba on eemaldatud.
done-group-numbered = Numbrid on salvestatud.
done-group-over = Lõppemine on kirjas.
done-contacts-ordered = Järjekord on salvestatud.
done-household-created = Leibkond on lisatud.
done-staff-left = Töösuhte lõpp on kirjas.
done-staff-back = Töösuhte lõpp on tühistatud.
done-promoted = Järgmine õppeaasta on ette valmistatud.

nav-statistics = Statistika
statistics-title = Statistika
statistics-intro = Mitu inimest on igast soost. Arvesse lähevad ainult rühmad, kus on vähemalt { $n } inimest, et kedagi ei saaks ära tunda.
statistics-few = Alla { $n } või jääks üle liiga vähe: ei näidata.
statistics-where = Kus
statistics-school = Kogu kool
students-gender-leave = Jäta nii, nagu on
students-gender-remove = Eemalda salvestatu
module-demographics = Sugu ja kodakondsus
module-demographics-text = Salvestatakse muust eraldi ja ainult siis, kui väljaanne neid säilitab; loendatakse vähemalt kümne inimese rühmades.
emergency-keep = Hoia üks päev selles telefonis
emergency-kept = See leht jääb üheks päevaks siia telefoni ja avaneb ka ilma võrguta. Väljalogimisel see kustub.
# Postal addresses (C077)
address-title = Postiaadress
address-text = Siia saadetakse kirjad. Aadressi eemaldamiseks tühjendage kõik väljad.
address-none = Postiaadress ei ole teada.
address-change = Muuda aadressi
done-address-kept = Aadress on salvestatud.
field-address = Postiaadress
field-address-street = Tänav
field-house-number = Majanumber
field-house-addition = Korter või täiend
field-house-addition-hint = Näiteks bis, B või korteri number.
field-address-postcode = Sihtnumber
field-city = Linn või asula
field-country-hint = Kaks tähte: NL, EE, IN, US.
street-missing = Sisestage tänav.
house-number-missing = Sisestage majanumber.
house-number-wrong = Majanumber algab numbriga. Tähed kirjutage väljale „Korter või täiend“.
city-missing = Sisestage linn või asula.
country-wrong = Sisestage riik kahe tähega, näiteks EE.
history-corrected = vale väärtus (alles ainult taotluses)

# Logo
logo-title = Logo
logo-text = See on sisselogimislehel kõigile näha. Säilitatakse ainult kujutis ise, ilma koha ja kuupäevata.
logo-upload = Salvesta logo
logo-remove = Eemalda logo
field-logo = Valige pilt
field-logo-hint = JPEG, PNG või WebP kuni 5 MB.
field-logo-words = Mida sellel näha on, sõnadega
field-logo-words-hint = Loetakse ette neile, kes pilti ei näe. Kui väli jääb tühjaks, loetakse ette asutuse nimi.
done-logo-changed = Logo on salvestatud.
done-logo-removed = Logo on eemaldatud.
logo-never = Logo veel ei ole.
logo-missing = Valige pilt.
