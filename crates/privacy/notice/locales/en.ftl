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
