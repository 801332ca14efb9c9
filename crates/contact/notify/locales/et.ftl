recipient-mail-server = meiliserver, mille majutaja on seadistanud, kui see on olemas: iga sõnumi aadress, teema ja tekst
recipient-sms-gateway = SMS-teenus, mille majutaja on seadistanud, kui see on olemas: iga sõnumi mobiilinumber ja tekst
nav-undelivered = Kohale toimetamata
undelivered-title = Kohale toimetamata
undelivered-text = Sõnumid, mida ei saanud üle anda, ja töö, mis ikka ja jälle ebaõnnestus. Kellele see mõeldud oli, siin ei seisa. Uuesti proovimine aitab, kui põhjus on kõrvaldatud; millest loobute, seda enam ei saadeta.
undelivered-none = Kõik on üle antud.
undelivered-mail = E-kiri
undelivered-sms = Tekstsõnum
undelivered-job = Süsteemi töö: { $name }
undelivered-tried = { $n ->
    [one] proovitud üks kord
   *[other] proovitud { $n } korda
}
undelivered-fault-address = See aadress või number ei võta sõnumeid vastu. Parandage see enne uuesti proovimist andmetes.
undelivered-fault-unreachable = Sõnumeid edastavat serverit ei saadud kätte.
undelivered-fault-login = Server ei lase seda süsteemi sisse. Öelge selle majutajale.
undelivered-fault-refused = Server ei võta sõnumit vastu.
undelivered-fault-busy = Selleks ei jätkunud korduvalt aega.
undelivered-fault-fault = Tekkis viga. Süsteemi majutaja leiab selle logist.
undelivered-again = Proovi uuesti
undelivered-aside = Loobu lõplikult
undelivered-none-named = Valige, mida uuesti proovida või millest loobuda.
done-undelivered-again = Seda proovitakse uuesti minuti jooksul.
done-undelivered-aside = Sellest loobuti. Süsteemi töö käib uuesti oma järgmisel ajal.
