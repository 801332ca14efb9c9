nav-roster = Import
roster-title = Impordi nimekiri
roster-upload = Failid teie haldussüsteemist
roster-files = Failid
roster-files-hint = EdeXML, OneRoster 1.1 või 1.2 (failid ise või zip-arhiiv) või üks või mitu kokkukuuluvat CSV-faili. Midagi ei salvestata enne, kui olete näinud, mis muutuks.
roster-look = Vaata üle
roster-waiting = Ootab otsust
roster-open = Ava
roster-no-file = Valige vähemalt üks fail.
roster-upload-broken = Üleslaadimine katkes või on fail liiga suur. Valige failid uuesti.
roster-preview-title = Mida see fail muudaks
roster-nothing-yet = Midagi ei ole veel salvestatud. Lugege läbi ja otsustage siis.
roster-same = Kooli andmed on juba samad mis failis. Midagi ei ole vaja teha.
roster-counts = Arvud
roster-what = Mis
roster-added = Uus
roster-changed = Muudetud
roster-leaving = Lahkumas
roster-students = { $student ->
    [child] Lapsed
    [pupil] Õpilased
    [learner] Õppijad
   *[student] Õpilased
}
roster-guardians = Vanemad ja eestkostjad
roster-staff = Töötajad
roster-groups = Rühmad
roster-one-students = { $student ->
    [child] Laps
    [pupil] Õpilane
    [learner] Õppija
   *[student] Õpilane
}
roster-one-guardians = Vanem või eestkostja
roster-one-staff = Töötaja
roster-one-groups = Rühm
roster-households = { $n ->
    [0] Uusi leibkondi ei ole.
    [one] Üks uus leibkond.
   *[other] { $n } uut leibkonda.
}
roster-reachable = Vanemaid ja eestkostjaid on kokku { $all }, neist sisselogimiseks vajaliku e-posti aadressiga { $with }. Teistele saab anda kirja koodiga.
roster-sharing = { $n ->
    [one] Veel ühel on aadress, mida kasutab ka keegi teine; ühe aadressiga saab avada ühe konto.
   *[other] Veel { $n } inimesel on aadress, mida kasutab ka keegi teine; ühe aadressiga saab avada ühe konto.
}
roster-apply = Salvesta
roster-cancel = Viska ära
roster-problems = Palun vaadake need read üle
roster-left-out = Välja jäetud
roster-dropped = Ei säilitata
roster-dropped-forbidden = { $n ->
    [one] Seda ei tohi siin kunagi säilitada; see oli ühes reas. See jäeti välja.
   *[other] Seda ei tohi siin kunagi säilitada; see oli { $n } reas. See jäeti välja.
}
roster-dropped-undeclared = { $n ->
    [one] Sellel koolil ei ole selle jaoks eesmärki; see oli ühes reas. See jäeti välja.
   *[other] Sellel koolil ei ole selle jaoks eesmärki; see oli { $n } reas. See jäeti välja.
}
roster-dropped-unknown = { $n ->
    [one] Me ei tunne seda veergu; see oli täidetud ühes reas. Valige allpool, mida see tähendab, või jätke see välja.
   *[other] Me ei tunne seda veergu; see oli täidetud { $n } reas. Valige allpool, mida see tähendab, või jätke see välja.
}
roster-dropped-table = { $n ->
    [one] Siin ei ole inimeste ega rühmade kohta midagi, mida me tunneme; selle ainsat rida ei loetud.
   *[other] Siin ei ole inimeste ega rühmade kohta midagi, mida me tunneme; selle { $n } rida ei loetud.
}
roster-lines = Ükshaaval
roster-more = { $n ->
    [one] ja veel üks.
   *[other] ja veel { $n }.
}
roster-was = Oli
roster-now = Nüüd
roster-columns = Mida iga veerg tähendab
roster-file-about = Ridu: { $rows }; { $encoding }; eraldaja: { $separator }
roster-tab = tabeldusmärk
roster-heading = Veerg
roster-samples = Näiteks
roster-means = Tähendus
roster-never = Ei säilitata kunagi
roster-ignore = jäta välja
roster-map = Vaata uuesti
roster-place = { $file }, rida { $row }
roster-place-column = { $file }, rida { $row }, { $column }
roster-field-name = Nimi
roster-field-number = Number
roster-field-born = Sünnikuupäev
roster-field-gender = Sugu
roster-field-nationality = Kodakondsus
roster-field-postcode = Sihtnumber
roster-field-email = E-posti aadress
roster-field-phone = Telefoninumber
roster-field-left-on = Lahkunud
roster-field-employee-id = Töötajanumber
roster-field-title = Ametinimetus
roster-field-level = Õpinguaasta
roster-field-ended = Lõppenud
roster-field-key = Võti
roster-field-reference = { $student ->
    [child] Lapse või kasutaja võti
    [pupil] Õpilase või kasutaja võti
    [learner] Õppija või kasutaja võti
   *[student] Õpilase või kasutaja võti
}
roster-field-related = Vanema või eestkostja võti
roster-field-call-name = Eesnimi
roster-field-infix = Nime vaheosa
roster-field-surname = Perekonnanimi
roster-field-full-name = Täisnimi
roster-field-group = Rühm
roster-field-group-key = Rühma võti
roster-field-section = Paralleel
roster-field-mentor = Rühma õpetaja
roster-field-role = Roll
roster-field-relationship = Suhe
roster-slot-guardian1 = Esimene vanem või eestkostja
roster-slot-guardian2 = Teine vanem või eestkostja
roster-slot-guardian3 = Kolmas vanem või eestkostja
roster-slot-guardian4 = Neljas vanem või eestkostja
roster-slot-father = Isa
roster-slot-mother = Ema
roster-slot-part = { $who }: { $what }
roster-import-title = Import
roster-import-about = { $when }, { $who }
roster-by-shell = käsurida
roster-earlier = Varasemad impordid
roster-state-running = Käimas
roster-state-done = Salvestatud
roster-state-cancelled = Peatatud. Midagi ei salvestatud.
roster-state-failed = Ebaõnnestus. Midagi ei salvestatud.
roster-state-interrupted = Katkes. Midagi ei salvestatud.
roster-failed-refused = Faile ei saanud lugeda. Midagi ei salvestatud. Vaadake need enne otsustamist uuesti üle.
roster-failed-conflict = Kool ei olnud selleks valmis: lepinguga ei ole veel nõustutud või kuulub mõni number kellelegi teisele. Midagi ei salvestatud.
roster-failed-busy = Teine muudatus võttis liiga kaua aega. Midagi ei salvestatud. Proovige hetke pärast uuesti.
roster-failed-fault = Masina või programmi viga. Midagi ei salvestatud. Majutaja leiab põhjuse logist.
roster-step-reading = Faile loetakse
roster-step-comparing = Võrreldakse kooli andmetega
roster-step-storing = Salvestatakse
roster-looks-again = See leht uueneb iga kahe sekundi järel.
roster-look-still = Peata uuendamine
roster-look-again = Uuenda iga kahe sekundi järel
roster-stop = Peata ja viska failid ära
roster-stopped = Import peatati. Midagi ei salvestatud.
roster-already-running = Selle kooli teine import on pooleli. Oodake, kuni see lõpeb, või peatage see.
done-roster-applied = Nimekiri on salvestatud. Faili ennast ei säilitata.
done-roster-cancelled = Fail on ära visatud. Midagi ei muudetud.
fault-missing = { $what ->
    [group] Rühmal ei ole nime. Täitke see ja importige uuesti.
    [surname] Nimi puudub. Täitke see ja importige uuesti.
    [key] Puudub võti, mis eristab seda rida teistest. Täitke see ja importige uuesti.
    [role] Roll puudub. Täitke see ja importige uuesti.
   *[other] { $what } on tühi. Täitke see ja importige uuesti.
}
fault-date = „{ $value }“ ei ole kuupäev. Kirjutage see nii: 2015-03-31.
fault-future = „{ $value }“ on tulevikus. Parandage kuupäev.
fault-postcode = „{ $value }“ ei ole selle riigi sihtnumber. Parandage see.
fault-email = „{ $value }“ ei ole e-posti aadress. Parandage see.
fault-phone = „{ $value }“ ei ole telefoninumber. Kirjutage see koos riigi koodiga, näiteks +372.
fault-gender = „{ $value }“ ei ole arusaadav soo tähis. Kirjutage f, m või x.
fault-duplicate = Võti „{ $value }“ on juba kasutusel reas { $row }. Andke igale inimesele oma võti.
fault-number = Number „{ $value }“ kuulub kellelegi teisele. See jäetakse välja; andke igale inimesele oma number.
fault-order = Kohtumäärus puudutab selle lapse vanemat või eestkostjat, keda selles failis ei nimetata. Vaadake enne salvestamist, kas „{ $value }“ on sama inimene.
fault-group = Selles andmekogumis ei ole rühma „{ $value }“. Lisage see või parandage nimi.
fault-student = Selles andmekogumis ei ole { $student ->
    [child] last
    [pupil] õpilast
    [learner] õppijat
   *[student] õpilast
} võtmega „{ $value }“. Lisage rida või parandage võti.
fault-ragged = Lahtrite arv selles reas on { $found }, päises { $expected }. Otsige üleliigset eraldajat.
fault-encoding = Mõnda tähte selles reas ei saa lugeda. Salvestage fail UTF-8-vormingus.
fault-formula = See algab nagu tabelarvutuse valem. See säilitatakse tavalise tekstina.
fault-schema = „{ $value }“ on uuem kui avaldatud skeem. See loeti siiski sisse.
fault-long = Märkide arv on { $length }; säilitada saab kõige rohkem { $limit }.
refusal-empty = { $file } on tühi. Eksportige see uuesti.
refusal-large = { $file } on suurem kui { $limit } MiB. Jagage see osadeks.
refusal-doctype = { $file }, rida { $line }: failis on dokumenditüübi või olemite deklaratsioon, mida saab kasutada rünneteks. Eksportige fail uuesti ilma nendeta.
refusal-xml = { $file }, rida { $line }: see ei ole korrektne XML ({ $reason }). Eksportige see uuesti.
refusal-root = { $file } on XML, aga mitte EdeXML: selle algus on „{ $root }“. Valige EdeXML-eksport.
refusal-text = { $file } ei ole tekst ega meile tuntud vorming. Salvestage arvutustabelid CSV-failina.
refusal-header = { $file }: ükski päis ei ütle, millises veerus on nimed. Lisage esimeseks reaks päised, näiteks „Eesnimi“ ja „Perekonnanimi“.

module-roster = Nimekirjafailid
module-roster-text = Toob inimesed, pered ja rühmad üle teise süsteemi failidest, alati pärast eelvaadet.
measure-uploads = Üles laaditud nimekiri ootab kooli krüpteeritud failis ja kustutatakse hiljemalt { $n } tunni pärast.

roster-export = Nimekirja kaasavõtmine
roster-export-text = Üks zip-fail vormingus OneRoster 1.2: kes on täna siin, tänased rühmad ja see, milline vanem või eestkostja kelle juurde kuulub, koos e-posti aadresside, telefoninumbrite ja sünnikuupäevadega, niivõrd kui kool neid säilitab. Seosed, mida kohtumäärus või kantselei on piiranud, jäävad välja. Hoidke faili sama hoolikalt kui andmeid endid.
roster-export-get = Laadi alla
roster-undo = Võta see import tagasi
roster-undo-hint = Taastab selle, mida import muutis. Mida keegi on pärast seda muutnud või kasutanud, jääb nii, nagu on, ja tuuakse loendis välja.
roster-undo-until = Võimalik kuni: { $when }.
roster-undo-late = Seda importi ei saa enam tagasi võtta: see on juba tagasi võetud või on ööpäev möödunud.
roster-state-undone = Tagasi võetud. See, mis oli muutunud, on taastatud.
roster-step-undoing = Taastatakse
roster-left = Jäeti nii, nagu on
roster-left-changed = pärast importi muudetud
roster-left-account = sellel inimesel on juba konto
roster-left-appointment = sellel inimesel on juba kohtumine
roster-left-linked = kantselei on selle vahepeal sidunud või paigutanud
roster-left-used = see on juba mujal kasutusel
roster-left-taken = number kuulub nüüd kellelegi teisele
roster-dropped-unread = { $n ->
    [0] Sellel koolil ei ole sellise faili sisu jaoks eesmärki; seda ei loetud.
    [one] Sellel koolil ei ole sellise faili sisu jaoks eesmärki; selle ainsat rida ei loetud.
   *[other] Sellel koolil ei ole sellise faili sisu jaoks eesmärki; selle { $n } rida ei loetud.
}
fault-person = Võtmega „{ $value }“ inimest ei ole siin ega selles andmekogumis. Lisage rida või parandage võti.
fault-role = Vorming ei tunne siin sõna „{ $value }“. Parandage see.
fault-later = Algus on { $value }; seni jäetakse see välja. Importige sellest päevast alates uuesti.
fault-childless = See vanem või eestkostja ei kuulu ühegi selle andmekogumi lapse juurde. Täitke agentSourcedIds või jätke rida välja.
fault-manifest = manifest.csv puudub. Faile loeti nii, nagu oleks neis kogu kool: kes neis puudub, lahkub. Kui neis on ainult muudatused, eksportige need uuesti koos manifestiga.
refusal-archive = { $why ->
    [encrypted] { $file } on parooliga kaitstud. Eksportige see uuesti ilma paroolita.
    [nested] { $file } sisaldab kaustu, linke või teist arhiivi. Pange arhiivi ainult failid.
    [many] { $file } sisaldab liiga palju faile. Pange sinna ainult ühe andmekogumi failid.
    [bomb] { $file } paisub avamisel oma suurusest palju suuremaks, nagu ründefailid. Seda ei loetud; eksportige see uuesti.
    [large] { $file } on avatuna liiga suur. Jagage andmekogum osadeks.
   *[broken] Faili { $file } ei saa avada: arhiiv on kahjustatud. Eksportige see uuesti.
}
refusal-promised = { $file } viitab failile { $missing }, mida ei ole. Lisage see fail või eksportige uuesti.
refusal-version = { $file } nimetab versiooni „{ $version }“. Loetakse OneRosteri versioone 1.1 ja 1.2; valige eksportimisel üks neist.
refusal-column = { $file }: veerg { $column } puudub. Eksportige uuesti kõigi standardi veergudega.
refusal-key = { $file }: veeru { $column } võtmed on isikukoodid, mida ei tohi säilitada. Eksportige uuesti teiste võtmetega.
measure-undo = Impordi tagasivõtmiseks vajalikke andmeid hoitakse kooli krüpteeritud failis ja need kustutatakse { $n } tunni pärast.
