recipient-mail-server = the mail server that the host has set up, if there is one: address, subject and text of each message
recipient-sms-gateway = the SMS gateway that the host has set up, if there is one: mobile number and text of each message
