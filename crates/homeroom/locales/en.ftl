demo-title = Who would you like to be?
demo-text = { $n ->
    [one] This school is invented, and so is its one student. Go in as anyone; nothing you do here leaves this computer.
   *[other] This school is invented, and so are its { $n } students. Go in as anyone; nothing you do here leaves this computer.
}
demo-enter = Enter
demo-outbox-title = Mail that this demo would send
demo-outbox-empty = Nothing yet. Invite somebody, or change a password.
