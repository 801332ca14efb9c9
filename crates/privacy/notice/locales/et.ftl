nav-trail = Kontrolljälg
notice-title = Privaatsusteade
notice-controller = Siin kirjeldatud isikuandmete vastutav töötleja on { $name }.
notice-made = See leht on koostatud samadest deklaratsioonidest, mida järgib töötav tarkvara. Mida siin ei ole loetletud, seda ei saa tarkvara salvestada.
notice-version = Versioon { $version }.
notice-installation = See käib selle paigalduse majutajate kohta. Igal siinsel koolil on oma teade, mille link on kooli lehtede lõpus.
notice-installation-period = seni, kuni see paigaldus on siin
notice-contact = Küsimused ja taotlused:
notice-what = Mis
notice-why = Eesmärk
notice-whose = Kelle andmed
notice-basis = Õiguslik alus
notice-period = Säilitusaeg
notice-columns = Veerud
notice-your-rights = Teie õigused
notice-rights = { $n ->
    [one] Teil on õigus oma andmetega tutvuda, lasta neid parandada ja võtta need kaasa. Võite lasta need ka kustutada, kui ükski seadus ei nõua nende säilitamist. Vastuse saate ühe päeva jooksul.
   *[other] Teil on õigus oma andmetega tutvuda, lasta neid parandada ja võtta need kaasa. Võite lasta need ka kustutada, kui ükski seadus ei nõua nende säilitamist. Vastuse saate { $n } päeva jooksul.
}
notice-change = Selle teate olulistest muudatustest antakse teada enne nende kehtima hakkamist. Etteteatamise aeg: { $period }.
notice-authority = Teil on õigus esitada kaebus järelevalveasutusele: { $authority }.
notice-trail = Igast andmete lugemisest ja muutmisest jääb märge kontrolljälge, kus iga märke hilisem muutmine on näha. Tavalise lugemise märge kirjutatakse sekundi jooksul; rikke korral võib see sekund kaduma minna.
records-title = Isikuandmete töötlemise toimingute register
retention-title = Kui kaua andmeid säilitatakse
retention-text = Aega loetakse päevast, mil andmeid enam vaja ei ole: koolist lahkumine, konto lõpetamine, seansi lõpp.
retention-class = Mis
retention-school = seni, kuni kool on siin
kept-class-student-record = { $student ->
    [child] Laste andmed
    [pupil] Õpilaste andmed
    [learner] Õppijate andmed
   *[student] Õpilaste andmed
}
kept-class-guardian-record = Vanemate ja eestkostjate andmed
kept-class-staff-record = Töötajate andmed
kept-class-account = Kontod
kept-class-session = Seansid
kept-class-security-log = Turvalogi
kept-class-audit = Kontrolljälg
kept-class-import-file = Üles laaditud failid
kept-class-outbox = Saadetud sõnumid
kept-class-school = Kooli enda andmed
trail-title = Kontrolljälg
trail-chain = Kes mida tegi
trail-security = Sisselogimised ja keeldumised
trail-when = Millal
trail-who = Kes
trail-act = Toiming
trail-object = Kirje
trail-outcome = Tulemus
trail-network = Võrk
notice-officer = Andmekaitsespetsialist
notice-representative = Esindaja Euroopa Liidus
records-text = Koostatud deklaratsioonidest, rollitabelist ja reeglitest, mida töötav tarkvara järgib (isikuandmete kaitse üldmäärus, art 30). Mida kool ja majutaja enda kohta ütlevad, on nii, nagu nad selle kirja panid.
record-controller = Vastutav töötleja: kool
record-processor = Volitatud töötleja: majutaja
record-name = Nimi
record-address = Aadress
record-reach = Kontakt
record-joint = Kaasvastutavad töötlejad
record-behalf = Kelle nimel
record-does = Mille jaoks töötleb
record-activities = Töötlemistoimingud
record-recipients = Vastuvõtjad
record-host-keeps = Kõike seda säilitab majutaja kooli nimel. Vastuvõtjad koolis näevad ainult neid andmeid, mille rollitabel neile avab.
record-transfers-title = Edastamine kolmandatesse riikidesse
record-transfers = Süsteemi ülesehituse tõttu ei lähe midagi kolmandasse riiki ega rahvusvahelisele organisatsioonile: andmed jäävad majutaja masinasse ja sealt väljuvad ainult sõnumid, majutaja seadistatud meiliserveri kaudu. Selle eest, kus see server asub, vastutab majutaja.
record-territory = Selle väljaande reeglite järgi jäävad andmed siia: { $territory }.
record-limits = Iga andmeliigi säilitusaeg
record-security = Tehnilised ja korralduslikud turvameetmed
record-nobody = Kedagi ei ole nimetatud.
record-host-unnamed = Selle paigalduse majutaja ei ole veel kirja pannud, kes ta on.
trail-head = Tõend alles hoidmiseks
trail-head-text = Allkirjastatud pea on mõni rida, mis esindab kogu kontrolljälge praeguse hetkeni. Mujal hoituna tõendab see hiljem, et midagi enne seda ei ole muudetud, eemaldatud, ümber tõstetud ega vahele pandud, ükskõik kes seda süsteemi majutab.
trail-head-key = Allkirjastatud selle võtmega:
trail-head-download = Laadi alla praegune pea
trail-head-mail = Saada mulle pea iga päev
trail-head-no-mail = Lõpeta igapäevane kiri
trail-check-title = Võrdle minu hoitud peaga
trail-check-text = Kleepige pea või kogu kiri, milles see tuli, või valige fail. Logi loetakse algusest peale; selleks võib kuluda mõni sekund.
trail-check-button = Kontrolli logi
trail-check-good = Tõendatud
trail-check-bad = Tõendamata
trail-check-whole = { $n ->
    [one] Esimene kirje on selline, nagu see oli pea allkirjastamise ajal.
   *[other] Kõik { $n } kirjet selle peani on sellised, nagu need olid allkirjastamise ajal: ühtki ei ole muudetud, eemaldatud, ümber tõstetud ega vahele pandud.
}
trail-check-entry = Logi on katki: kirje { $n } ei järgne eelmisele. Hoidke see pea alles ja küsige süsteemi majutajalt varasemat varukoopiat.
trail-check-cut = Seda pead logis ei ole: kirjeid on ära lõigatud või asendatud. Hoidke see pea alles ja küsige süsteemi majutajalt varasemat varukoopiat.
trail-check-front = Logi algus on ära lõigatud ilma märgita, mille säilitustähtaeg jätab. Hoidke see pea alles ja küsige süsteemi majutajalt varasemat varukoopiat.
trail-check-older = See pea on logist vanem: logi vanimad kirjed eemaldati tähtaja möödumisel { $day }. Uuemat pead saab kontrollida.
trail-check-long = Logi on liiga pikk, et seda lugeda, kuni brauser ootab. Süsteemi majutaja kontrollib seda käsuga: homeroom audit verify
trail-head-unreadable = Selles tekstis ei ole tervet pead. See algab reaga „homeroom audit head 1“ ja lõpeb kahe reaga „signature“.
trail-head-other-school = See pea on teise kooli oma.
trail-head-changed = Allkiri ei sobi selle peaga: seda on muudetud või seda pole kunagi väljastatud.
trail-head-other-key = See pea on allkirjastatud, kuid mitte selle süsteemi võtmega.
field-head = Pea
field-head-hint = Reast „homeroom audit head 1“ kuni viimase reani „signature“
field-head-file = Või selle fail
done-head-mail = Logi pea saadetakse teile iga päev.
done-head-no-mail = Igapäevane kiri on lõpetatud.
mail-head-subject = Kontrolljälje pea, { $day }
mail-head = Need read esindavad teie kooli kogu kontrolljälge, nagu see täna oli. Hoidke see kiri alles: sellega saate hiljem kontrolljälje lehel näidata, et midagi enne seda ei ole muudetud ega eemaldatud.
