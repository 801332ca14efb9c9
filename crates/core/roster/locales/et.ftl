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
roster-nothing-yet = Midagi ei ole veel salvestatud. Lugege läbi ja siis otsustage.
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
roster-reachable = Vanemaid ja eestkostjaid on kokku { $all }, neist sisselogimiseks vajaliku e-posti aadressiga { $with }. Teised võivad saada kirja koodiga.
roster-sharing = { $n ->
    [one] Veel ühel on aadress, mida kasutab ka keegi teine; ühe aadressiga saab avada ühe konto.
   *[other] Veel { $n } hooldajal on aadress, mida kasutab ka keegi teine; ühe aadressiga saab avada ühe konto.
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
    [one] Sellel koolil ei ole selleks eesmärki; see oli ühes reas. See jäeti välja.
   *[other] Sellel koolil ei ole selleks eesmärki; see oli { $n } reas. See jäeti välja.
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
roster-field-level = Õppeaste
roster-field-ended = Lõppenud
roster-field-key = Võti
roster-field-reference = { $student ->
    [child] Lapse või kasutaja võti
    [pupil] Õpilase või kasutaja võti
    [learner] Õppija või kasutaja võti
   *[student] Õpilase või kasutaja võti
}
roster-field-related = Hooldaja võti
roster-field-call-name = Eesnimi
roster-field-infix = Nimeosake
roster-field-surname = Perekonnanimi
roster-field-full-name = Täisnimi
roster-field-group = Rühm
roster-field-group-key = Rühma võti
roster-field-section = Paralleel
roster-field-mentor = Rühma õpetaja
roster-field-role = Roll
roster-field-relationship = Seos
roster-slot-guardian1 = Esimene hooldaja
roster-slot-guardian2 = Teine hooldaja
roster-slot-guardian3 = Kolmas hooldaja
roster-slot-guardian4 = Neljas hooldaja
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
roster-failed-conflict = Kool ei olnud selleks valmis: leping on veel kinnitamata või kuulub mõni number kellelegi teisele. Midagi ei salvestatud.
roster-failed-busy = Teine muudatus võttis liiga kaua aega. Midagi ei salvestatud. Proovige hetke pärast uuesti.
roster-failed-fault = Masina või programmi viga. Midagi ei salvestatud. Haldaja leiab põhjuse logist.
roster-step-reading = Faile loetakse
roster-step-comparing = Võrreldakse kooli andmetega
roster-step-storing = Salvestatakse
roster-looks-again = See leht vaatab iga kahe sekundi järel uuesti.
roster-look-still = Jäta paigale
roster-look-again = Vaata iga kahe sekundi järel uuesti
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
fault-phone = „{ $value }“ ei ole telefoninumber. Kirjutage see koos riigi koodiga, näiteks +31.
fault-gender = „{ $value }“ ei ole soona arusaadav. Kirjutage f, m või x.
fault-duplicate = Võti „{ $value }“ on juba kasutusel, rida { $row }. Andke igale inimesele oma võti.
fault-number = Number „{ $value }“ kuulub kellelegi teisele. See jäetakse välja; andke igale inimesele oma number.
fault-order = Kohtumäärus puudutab selle lapse hooldajat, keda selles failis ei nimetata. Vaadake enne salvestamist, kas „{ $value }“ on sama inimene.
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
refusal-header = { $file }: ükski päis ei ütle, millises veerus on nimed. Lisage esimene rida päistega, näiteks „Eesnimi“ ja „Perekonnanimi“.

module-roster = Nimekirjafailid
module-roster-text = Toob inimesed, pered ja rühmad teise süsteemi failidest, alati pärast eelvaadet.
measure-uploads = Üles laaditud nimekiri ootab kooli krüpteeritud failis ja unustatakse hiljemalt { $n } tunni pärast.

roster-export = Nimekirja kaasavõtmine
roster-export-text = Üks zip-fail OneRoster 1.2 vormingus: kes on täna siin, tänased rühmad ja milline hooldaja kelle juurde kuulub, koos e-posti aadresside, telefoninumbrite ja sünnikuupäevadega, niivõrd kui kool neid säilitab. Seosed, mida kohtumäärus või kantselei on piiranud, jäävad välja. Hoidke faili sama hoolikalt kui andmeid endid.
roster-export-get = Laadi alla
roster-undo = Võta see import tagasi
roster-undo-hint = Taastab selle, mida import muutis. Mida keegi on pärast seda muutnud või kasutanud, jääb nii, nagu on, ja tuuakse loendis välja.
roster-undo-until = Võimalik kuni { $when }.
roster-undo-late = Seda importi ei saa enam tagasi võtta: see on juba tagasi võetud või on ööpäev möödas.
roster-state-undone = Tagasi võetud. See, mis oli muutunud, on taastatud.
roster-step-undoing = Taastamine
roster-left = Jäeti nii, nagu on
roster-left-changed = pärast importi muudetud
roster-left-account = tal on juba konto
roster-left-appointment = tal on juba kokku lepitud aeg
roster-left-linked = kantselei on selle vahepeal sidunud või paigutanud
roster-left-used = kasutatakse juba mujal
roster-left-taken = number kuulub nüüd kellelegi teisele
roster-dropped-unread = { $n ->
    [0] Koolil ei ole sellise faili sisu jaoks eesmärki; seda ei loetud.
    [one] Koolil ei ole sellise faili sisu jaoks eesmärki; selle ainsat rida ei loetud.
   *[other] Koolil ei ole sellise faili sisu jaoks eesmärki; selle { $n } rida ei loetud.
}
fault-person = Võtmega „{ $value }“ inimest ei ole ei siin ega selles andmekogumis. Lisage rida või parandage võti.
fault-role = „{ $value }“ ei ole sõna, mida see vorming siin tunneb. Parandage see.
fault-later = See algab { $value } ja jäetakse seni välja. Importige alates sellest päevast uuesti.
fault-childless = See hooldaja ei kuulu ühegi selle andmekogumi lapse juurde. Täitke agentSourcedIds või jätke rida välja.
fault-manifest = manifest.csv puudub. Faile loeti kogu koolina: kes neis puudub, lahkub. Kui neis on ainult muudatused, eksportige need uuesti koos manifestiga.
refusal-archive = { $why ->
    [encrypted] { $file } on parooliga kaitstud. Eksportige see uuesti ilma paroolita.
    [nested] { $file } sisaldab kaustu, linke või teist arhiivi. Pange arhiivi failid ise.
    [many] { $file } sisaldab liiga palju faile. Pange sinna ainult ühe andmekogumi failid.
    [bomb] { $file } paisub avamisel palju suuremaks kui ta on, nagu rünnete puhul. Seda ei loetud; eksportige see uuesti.
    [large] { $file } on avatuna liiga suur. Jagage andmekogum osadeks.
   *[broken] Faili { $file } ei saa avada: arhiiv on kahjustatud. Eksportige see uuesti.
}
refusal-promised = { $file } lubab faili { $missing }, mida ei ole. Lisage see või eksportige uuesti.
refusal-version = { $file } nimetab versiooni „{ $version }“. Loetakse OneRosteri versioone 1.1 ja 1.2; valige eksportimisel üks neist.
refusal-column = { $file }: veerg { $column } puudub. Eksportige uuesti kõigi standardi veergudega.
refusal-key = { $file }: veeru { $column } võtmed on isikukoodid, mida ei tohi säilitada. Eksportige uuesti teiste võtmetega.
measure-undo = See, kuidas importi tagasi võtta, on kooli krüpteeritud failis ja unustatakse { $n } tunni pärast.
