# One person on record twice
duplicates-title = On record twice
duplicates-text = These records may be one person written down twice. Look at both before you decide.
duplicates-none = Nobody seems to be on record twice.
duplicates-done = Merged in the last 30 days
duplicates-merged-about = Merged on { $when } by { $who }
duplicates-pair-title = One person or two?
duplicates-problem = Nothing was merged yet
duplicates-what = Field
duplicates-older = Older record
duplicates-newer = Newer record
duplicates-first = The older record, { $name }
duplicates-second = The newer record, { $name }
duplicates-stays = Which record stays?
duplicates-empty = Not filled in
duplicates-merge-heading = They are one person
duplicates-merge-text = Choose what stays. Everything that hangs on the other record moves along, and the other record is removed. Where both have the same link, the stricter one counts; a court’s order stays. You can undo this for 30 days.
duplicates-two-accounts = Both have an account: that of the record that stays remains, the other is ended and its owner gets a mail.
duplicates-merge = Merge into one record
duplicates-administrator = Merging colleagues may end an account. An administrator does that.
duplicates-apart-heading = They are two people
duplicates-apart-text = Both records stay as they are, and this pair is not proposed again.
duplicates-apart = Keep both
duplicates-choose-record = Choose which record stays.
duplicates-choose-value = Choose which value stays.
duplicates-two-appointments = Both have an appointment in the same place of the plan. Cancel one of the two first.
duplicates-two-rows = Both have an entry that can only exist once. Remove one of the two first.
duplicates-own-account = You are signed in with the account that would end. Let the other record stay.
duplicates-moved-on = The accounts changed meanwhile. Look at both records again.
duplicates-merge-title = Merged records
duplicates-undo-hint = Both records come back as they were; what was written since then stays with this one. An ended account opens again; its owner signs in anew.
duplicates-undo-until = Possible until { $when }.
duplicates-undo = Undo: make two records again
duplicates-in-the-way = This cannot be undone now: something was done since then. Change it back first.
duplicates-since-changed = Changed since then
duplicates-since-gone = Removed since then
duplicates-since-taken = Given to somebody else
duplicates-thing-record = The record itself
duplicates-thing-groups = Groups
duplicates-thing-links = Links between guardians and children
duplicates-thing-account = Account
duplicates-thing-appointments = Appointments
duplicates-thing-other = Other entries
duplicates-kind-guardian = Guardians
duplicates-kind-staff = Staff
duplicates-field-name = Name
duplicates-field-number = Number
duplicates-field-born = Date of birth
duplicates-field-postcode = Postcode
duplicates-field-email = E-mail address
duplicates-field-phone = Phone number
duplicates-field-household = Household
duplicates-field-left-on = Left on
duplicates-field-employee-id = Employee number
duplicates-field-title = Job title
duplicates-why-same-name = Same name
duplicates-why-nearly-same-name = Nearly the same name
duplicates-why-sounds-alike = Names that sound alike
duplicates-why-other-first-name = Same surname, but another first name: perhaps brother, sister or twin
duplicates-why-other-surname = Same first name, another surname
duplicates-why-same-birth = Same date of birth
duplicates-why-other-birth = Another date of birth
duplicates-why-same-number = Same number
duplicates-why-nearly-same-number = Nearly the same number
duplicates-why-same-email = Same e-mail address
duplicates-why-same-phone = Same phone number
done-duplicates-merged = The two records are one now.
done-duplicates-apart = They stay two people.
done-duplicates-undone = There are two records again.
duplicates-kind-student = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
}
duplicates-score = { $n } of 100
duplicates-count = { $n ->
    [0] No pair to look at.
    [one] One pair to look at.
   *[other] { $n } pairs to look at.
}
duplicates-more = { $n ->
    [one] One more, less likely.
   *[other] { $n } more, less likely.
}
measure-duplicates = { $n ->
    [one] Merged records can be separated again for one day; the journal for it is sealed and then erased.
   *[other] Merged records can be separated again for { $n } days; the journal for it is sealed and then erased.
}
