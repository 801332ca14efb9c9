recipient-mail-server = de mailserver die de hostingbeheerder heeft ingesteld, als die er is: adres, onderwerp en tekst van elk bericht
recipient-sms-gateway = de sms-dienst die de hostingbeheerder heeft ingesteld, als die er is: mobiel nummer en tekst van elk bericht
nav-undelivered = Niet bezorgd
undelivered-title = Niet bezorgd
undelivered-text = Berichten die niet konden worden afgeleverd en werk dat steeds weer mislukte. Voor wie het was, staat hier niet. Opnieuw proberen helpt zodra de oorzaak is verholpen; wat u opgeeft, wordt niet meer verstuurd.
undelivered-none = Alles is afgeleverd.
undelivered-mail = E-mail
undelivered-sms = Sms
undelivered-job = Werk van het systeem: { $name }
undelivered-tried = { $n ->
    [one] één keer geprobeerd
   *[other] { $n } keer geprobeerd
}
undelivered-fault-address = Het adres of nummer neemt geen berichten aan. Verbeter het in het dossier voordat u het opnieuw probeert.
undelivered-fault-unreachable = De server die berichten aflevert, was niet bereikbaar.
undelivered-fault-login = De server laat deze installatie niet toe. Meld het aan de beheerder ervan.
undelivered-fault-refused = De server neemt het bericht niet aan.
undelivered-fault-busy = Er was telkens geen tijd voor.
undelivered-fault-fault = Er ging iets mis. De beheerder van deze installatie vindt het in het logboek.
undelivered-again = Opnieuw proberen
undelivered-aside = Definitief opgeven
undelivered-none-named = Kies wat u opnieuw wilt proberen of wilt opgeven.
done-undelivered-again = Het wordt binnen een minuut opnieuw geprobeerd.
done-undelivered-aside = Het is opgegeven. Werk van het systeem draait weer op zijn volgende tijdstip.
