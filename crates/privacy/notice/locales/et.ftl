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
