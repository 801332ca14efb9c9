recipient-mail-server = the mail server that the host has set up, if there is one: address, subject and text of each message
