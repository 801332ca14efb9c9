recipient-mail-server = meiliserver, mille majutaja on seadistanud, kui see on olemas: iga sõnumi aadress, teema ja tekst
