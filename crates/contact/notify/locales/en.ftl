recipient-mail-server = the mail server that the host has set up, if there is one: address, subject and text of each message
recipient-sms-gateway = the SMS gateway that the host has set up, if there is one: mobile number and text of each message
nav-undelivered = Not delivered
undelivered-title = Not delivered
undelivered-text = Messages that could not be handed over and work that failed again and again. Nothing here says for whom it was. Trying again helps once the cause is mended; what is put aside is not sent any more.
undelivered-none = Everything was handed over.
undelivered-mail = Mail
undelivered-sms = Text message
undelivered-job = Work of the house: { $name }
undelivered-tried = { $n ->
    [one] tried once
   *[other] tried { $n } times
}
undelivered-fault-address = The address or number takes no messages. Correct it in the record before you try again.
undelivered-fault-unreachable = The server that hands messages over could not be reached.
undelivered-fault-login = The server does not let this installation in. Tell whoever hosts it.
undelivered-fault-refused = The server will not take the message.
undelivered-fault-busy = There was no time for it, again and again.
undelivered-fault-fault = It met a fault. Whoever hosts this installation finds it in the log.
undelivered-again = Try again
undelivered-aside = Give up for good
undelivered-none-named = Choose what is to be tried again or given up.
done-undelivered-again = It is tried again within a minute.
done-undelivered-aside = It was given up. Work of the house runs again at its next time.
