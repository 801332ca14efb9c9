nav-support = Tugi
support-title = Majutaja tugi
support-text = Selle paigalduse majutaja ei näe teie kooli sisu. Siin saate anda talle mõneks tunniks vaatamisloa ja selle igal ajal lõpetada.
support-none = Kedagi ei ole sisse lastud ja keegi ei ole seda taotlenud.
support-any-operator = Iga selle paigalduse majutaja
support-grant-title = Toeluba
support-scope = Majutaja võib vaadata seda, mida näeb kantselei: inimesi, rühmi, leibkondi, asutust ja vestlusõhtuid. Muuta ei saa ta midagi; ekspordid, skannitud koopiad ja hädaabilehed jäävad suletuks. Kõik, mille ta avab, jääb teie kontrolljälge.
support-grant-button = Luba vaadata
support-looked = Mida vaadati
support-looked-none = Veel mitte midagi.
support-allow = Luba
support-end = Lõpeta
support-when = Millal
support-who = Kes
support-what = Toiming
support-record = Kirje
support-state-asked = Taotletud
support-state-runs = Kehtib praegu
support-state-over = Lõppenud
support-state-refused = Tagasi lükatud
support-for-hours = { $n ->
    [one] Üheks tunniks
   *[other] { $n } tunniks
}
support-from-until = { $from } – { $until }
support-until = Lõpp: { $until }
support-not-used = Kasutamata
support-used-since = Esimene kasutus: { $when }
support-reason-missing = Põhjendage mõne sõnaga, kuni { $limit } märki.
support-hours-wrong = Sisestage tundide arv täisarvuna 1 kuni { $limit }.
support-operator-unknown = Valige loendist üks majutajatest.
support-answered = Sellele taotlusele on juba vastatud.
field-operator = Kes võib vaadata
field-reason = Põhjus
field-reason-hint = Mille kohta see käib, laste nimesid mainimata.
field-hours = Tunnid
field-hours-hint = 1 kuni 72.
support-operator-title = Kooli tugi
support-operator-text = Te ei näe kooli sisust midagi enne, kui mõni kooli haldur seda lubab. Kool võib loa igal hetkel lõpetada ja näeb, mida te vaatasite.
support-enter-title = Sisene
support-enter-text = Sisestage uus kood. See avab kooli vaatamiseks üheks tunniks või kuni loa lõpuni.
support-enter-button = Sisene
support-leave = Lahku koolist
support-ask-title = Taotle koolilt luba
support-ask-button = Saada taotlus
done-support-granted = Vaatamine on nüüd lubatud; halduritele on teada antud.
done-support-ended = Luba on lõppenud. Selle alusel ei näe majutaja siin enam midagi.
done-support-asked = Kooli haldurid on teie taotluse saanud.
done-support-left = Olete koolist lahkunud.
mail-support-asked-subject = Majutaja taotleb toeluba
mail-support-asked =
    Tere, { $name }!

    Paigalduse majutaja taotleb luba vaadata teie kooli sisu. Tundide arv: { $hours }. Logige sisse ja avage leht „Tugi“, et lugeda põhjust ning luba anda või taotlus tagasi lükata.
mail-support-granted-subject = Toeluba on antud
mail-support-granted =
    Tere, { $name }!

    Teie kooli haldur lubas majutajal kooli sisu vaadata. Loa lõpp: { $until }. Avage leht „Tugi“, et näha, mida vaadatakse, või luba lõpetada.
mail-support-used-subject = Toeluba kasutatakse
mail-support-used =
    Tere, { $name }!

    Majutaja sisenes toeloa alusel. Loa lõpp: { $until }. Avage leht „Tugi“, et näha, mida ta vaatab, või luba lõpetada.
mail-support-ended-subject = Toeluba on lõppenud
mail-support-ended =
    Tere, { $name }!

    Teie kooli antud toeluba on lõppenud. Avage leht „Tugi“, et lugeda, mida selle alusel vaadati.
