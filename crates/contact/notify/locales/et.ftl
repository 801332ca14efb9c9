recipient-mail-server = meiliserver, mille majutaja on seadistanud, kui see on olemas: iga sõnumi aadress, teema ja tekst
recipient-sms-gateway = SMS-teenus, mille majutaja on seadistanud, kui see on olemas: iga sõnumi mobiilinumber ja tekst
