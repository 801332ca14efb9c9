nav-trail = Audit trail
notice-title = Privacy notice
notice-controller = { $name } answers for the personal data described here.
notice-made = This page is made from the same declarations that the running software obeys. What is not listed here, it cannot store.
notice-version = Version { $version }.
notice-installation = This is about the hosts who run this installation. Each school that lives here has a notice of its own, linked at the foot of its pages.
notice-installation-period = as long as this installation is here
notice-contact = Questions and requests:
notice-what = What
notice-why = Purpose
notice-whose = Whose
notice-basis = Basis
notice-period = Kept for
notice-columns = Columns
notice-your-rights = Your rights
notice-rights = { $n ->
    [one] You may see, correct and take away your data, and have it erased where no law keeps it. You get an answer within one day.
   *[other] You may see, correct and take away your data, and have it erased where no law keeps it. You get an answer within { $n } days.
}
notice-change = Important changes to this notice are announced { $period } before they count.
notice-authority = You may complain to the supervisory authority: { $authority }.
notice-trail = Who reads or changes a record is noted in an audit trail that shows every later change to it. Entries of ordinary reads are written within a second; a crash may lose that second.
records-title = Record of processing
retention-title = How long things are kept
retention-text = Counted from the day a thing is no longer needed: leaving the school, ending an account, the end of a session.
retention-class = What
retention-school = as long as the school is here
kept-class-student-record = { $student ->
    [child] Records of children
    [pupil] Records of pupils
    [learner] Records of learners
   *[student] Records of students
}
kept-class-guardian-record = Records of guardians
kept-class-staff-record = Records of staff
kept-class-account = Accounts
kept-class-session = Sessions
kept-class-security-log = Security log
kept-class-audit = Audit trail
kept-class-import-file = Uploaded files
kept-class-outbox = Sent messages
kept-class-school = The school's own records
trail-title = Audit trail
trail-chain = Who did what
trail-security = Sign-ins and refusals
trail-when = When
trail-who = Who
trail-act = Act
trail-object = Record
trail-outcome = Outcome
trail-network = Network
notice-officer = Data-protection officer
notice-representative = Representative in the Union
records-text = Made from the declarations, the role table and the rules that the running software obeys (GDPR Art. 30). What the school and the host say of themselves is as they wrote it down.
record-controller = Controller: the school
record-processor = Processor: the host
record-name = Name
record-address = Address
record-reach = Contact
record-joint = Joint controllers
record-behalf = On behalf of
record-does = Processes for
record-activities = Activities
record-recipients = Recipients
record-host-keeps = The host keeps all of this on the school’s behalf. Recipients in the school see only the records that the role table opens to them.
record-transfers-title = Transfers to third countries
record-transfers = By design nothing goes to a third country or an international organisation: records stay on the host’s machine, and only messages leave it, through the mail server that the host has set up. The host answers for where that server stands.
record-territory = By this edition’s rules the data stay in: { $territory }.
record-limits = The period of each kind of record
record-security = Technical and organisational measures of security
record-nobody = None is named.
record-host-unnamed = The host of this installation has not yet written down who they are.
trail-head = Proof to keep
trail-head-text = A signed head is a few lines that stand for the whole log up to now. Kept elsewhere, it proves later that nothing before it was changed, removed, moved or put in, whoever runs this installation.
trail-head-key = Signed under this key:
trail-head-download = Download the head of now
trail-head-mail = Mail me the head each day
trail-head-no-mail = Stop the daily mail
trail-check-title = Check against a head I keep
trail-check-text = Paste the head or the whole mail it came in, or choose its file. The log is read from its beginning; that may take some seconds.
trail-check-button = Check the log
trail-check-good = Proven
trail-check-bad = Not proven
trail-check-whole = { $n ->
    [one] The first entry is as it was when this head was signed.
   *[other] All { $n } entries up to this head are as they were when it was signed: none was changed, removed, moved or put in.
}
trail-check-entry = The log is broken: entry { $n } does not follow from the one before it. Keep this head, and ask whoever hosts this installation for a backup from before.
trail-check-cut = This head is not in the log: entries were cut off or replaced. Keep this head, and ask whoever hosts this installation for a backup from before.
trail-check-front = The beginning of the log was cut off without the mark that the retention period leaves. Keep this head, and ask whoever hosts this installation for a backup from before.
trail-check-older = This head is older than the log, whose oldest entries were removed by age on { $day }. A newer head can be checked.
trail-check-long = The log is too long to be read while a browser waits. Whoever hosts this installation checks it with: homeroom audit verify
trail-head-unreadable = There is no whole head in this text. It begins with the line “homeroom audit head 1” and ends with two lines “signature”.
trail-head-other-school = This head is of another school.
trail-head-changed = The signature does not fit this head: it was changed, or it was never given out.
trail-head-other-key = This head is signed, but not with this installation’s key.
field-head = The head
field-head-hint = From the line “homeroom audit head 1” to the last line “signature”
field-head-file = Or its file
done-head-mail = The head of the log is mailed to you each day.
done-head-no-mail = The daily mail has stopped.
mail-head-subject = Head of the audit log, { $day }
mail-head = These lines stand for the whole audit log of your school as it was today. Keep this mail: with it you can show later, on the page of the audit trail, that nothing before it was changed or removed.
