recipient-mail-server = de mailserver die de hostingbeheerder heeft ingesteld, als die er is: adres, onderwerp en tekst van elk bericht
recipient-sms-gateway = de sms-dienst die de hostingbeheerder heeft ingesteld, als die er is: mobiel nummer en tekst van elk bericht
