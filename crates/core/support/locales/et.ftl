nav-support = Tugi
support-title = Majutaja tugi
support-text = Selle paigalduse majutaja ei näe teie kooli sisu. Siin saate lubada tal mõne tunni vaadata ja lõpetada selle millal tahes.
support-none = Kedagi pole sisse lastud ega keegi pole palunud.
support-any-operator = Iga paigalduse haldaja
support-grant-title = Toeluba
support-scope = Nad võivad vaadata seda, mida näeb kantselei: inimesi, rühmi, leibkondi, asutust ja arenguvestlusi. Muuta ei saa midagi; ekspordid, skannid ja hädaabilehed jäävad suletuks. Kõik avatu on teie auditijäljes.
support-grant-button = Luba vaadata
support-looked = Mida vaadati
support-looked-none = Veel mitte midagi.
support-allow = Luba
support-end = Lõpeta
support-when = Millal
support-who = Kes
support-what = Toiming
support-record = Kirje
support-state-asked = Palutud
support-state-runs = Kehtib praegu
support-state-over = Lõppenud
support-state-refused = Keeldutud
support-for-hours = { $n ->
    [one] Üheks tunniks
   *[other] { $n } tunniks
}
support-from-until = Alates { $from } kuni { $until }
support-until = Kuni { $until }
support-not-used = Kasutamata
support-used-since = Esimest korda kasutatud { $when }
support-reason-missing = Kirjutage mõne sõnaga, miks; kuni { $limit } märki.
support-hours-wrong = Sisestage täisarv tunde, 1 kuni { $limit }.
support-operator-unknown = Valige loendist üks haldajatest.
support-answered = Sellele palvele on juba vastatud.
field-operator = Kes võib vaadata
field-reason = Põhjus
field-reason-hint = Millega on tegu, laste nimesid mainimata.
field-hours = Tunnid
field-hours-hint = 1 kuni 72.
support-operator-title = Kooli tugi
support-operator-text = Te ei näe kooli sisust midagi enne, kui selle administraator seda lubab. Kool võib selle iga hetk lõpetada ja loeb, mida vaatasite.
support-enter-title = Sisene
support-enter-text = Sisestage uus kood. See avab kooli vaatamiseks üheks tunniks või kuni loa lõpuni.
support-enter-button = Sisene
support-leave = Lahku koolist
support-ask-title = Küsi koolilt
support-ask-button = Küsi
done-support-granted = Nüüd võivad nad vaadata; administraatoritele on teatatud.
done-support-ended = See on lõppenud. Selle alusel ei näe majutaja siin enam midagi.
done-support-asked = Kooli administraatorid on teie palve saanud.
done-support-left = Olete koolist lahkunud.
mail-support-asked-subject = Majutaja palub toeluba
mail-support-asked =
    Tere, { $name }

    paigalduse haldaja palub luba vaadata teie kooli sisu { $hours } tunni jooksul. Logige sisse ja avage Tugi, et lugeda põhjust ning see lubada või keelata.
mail-support-granted-subject = Toeluba on antud
mail-support-granted =
    Tere, { $name }

    teie kooli administraator lubab majutajal kooli sisu vaadata kuni { $until }. Avage Tugi, et näha, mida vaadatakse, või see lõpetada.
mail-support-used-subject = Toeluba kasutatakse
mail-support-used =
    Tere, { $name }

    haldaja sisenes toeloa alusel, mis kehtib kuni { $until }. Avage Tugi, et näha, mida ta vaatab, või see lõpetada.
mail-support-ended-subject = Toeluba on lõppenud
mail-support-ended =
    Tere, { $name }

    teie kooli toeluba on lõppenud. Avage Tugi, et lugeda, mida selle alusel vaadati.
