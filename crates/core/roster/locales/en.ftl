nav-roster = Import
roster-title = Import a roster
roster-upload = Files from your administration
roster-files = Files
roster-files-hint = EdeXML, OneRoster 1.1 or 1.2 (its files or the zip archive), or one or more CSV files that belong together. Nothing is stored before you have seen what would change.
roster-look = Look at it
roster-waiting = Waiting for a decision
roster-open = Open
roster-no-file = Choose at least one file.
roster-upload-broken = The upload broke off or is too large. Choose the files again.
roster-preview-title = What this file would change
roster-nothing-yet = Nothing is stored yet. Read, then decide.
roster-same = The school already is as this file says. There is nothing to do.
roster-counts = Counts
roster-what = What
roster-added = New
roster-changed = Changed
roster-leaving = Leaving
roster-students = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
}
roster-guardians = Guardians
roster-staff = Staff
roster-groups = Groups
roster-one-students = { $student ->
    [child] Child
    [pupil] Pupil
    [learner] Learner
   *[student] Student
}
roster-one-guardians = Guardian
roster-one-staff = Staff
roster-one-groups = Group
roster-households = { $n ->
    [0] No new households.
    [one] One new household.
   *[other] { $n } new households.
}
roster-reachable = { $with } of { $all } guardians have a mail address to sign in with; the others can get a letter with a code.
roster-sharing = { $n ->
    [one] One more has an address that somebody else uses too; an address opens one account.
   *[other] { $n } more have an address that somebody else uses too; an address opens one account.
}
roster-apply = Store this
roster-cancel = Throw away
roster-problems = Please look at these rows
roster-left-out = Left out
roster-dropped = Not kept
roster-dropped-forbidden = { $n ->
    [one] This may never be kept here; one row had it. It was dropped.
   *[other] This may never be kept here; { $n } rows had it. It was dropped.
}
roster-dropped-undeclared = { $n ->
    [one] This school has no purpose for it; one row had it. It was dropped.
   *[other] This school has no purpose for it; { $n } rows had it. It was dropped.
}
roster-dropped-unknown = { $n ->
    [one] We do not know this column; one row had it. Choose below what it means, or leave it out.
   *[other] We do not know this column; { $n } rows had it. Choose below what it means, or leave it out.
}
roster-dropped-table = { $n ->
    [one] Nothing here is about people or groups that we know; its one row was not read.
   *[other] Nothing here is about people or groups that we know; its { $n } rows were not read.
}
roster-lines = One by one
roster-more = { $n ->
    [one] and one more.
   *[other] and { $n } more.
}
roster-was = Was
roster-now = Now
roster-columns = Which column means what
roster-file-about = { $rows } rows, { $encoding }, separated by { $separator }
roster-tab = tabs
roster-heading = Column
roster-samples = For example
roster-means = Means
roster-never = Never kept
roster-ignore = leave out
roster-map = Look again
roster-place = { $file }, row { $row }
roster-place-column = { $file }, row { $row }, { $column }
roster-field-name = Name
roster-field-number = Number
roster-field-born = Born
roster-field-gender = Gender
roster-field-nationality = Nationality
roster-field-postcode = Postcode
roster-field-email = E-mail
roster-field-phone = Phone
roster-field-left-on = Left on
roster-field-employee-id = Employee number
roster-field-title = Job title
roster-field-level = Level
roster-field-ended = Ended
roster-field-key = Key
roster-field-reference = Key of the { $student } or user
roster-field-related = Key of the guardian
roster-field-call-name = First name
roster-field-infix = Name prefix
roster-field-surname = Last name
roster-field-full-name = Full name
roster-field-group = Group
roster-field-group-key = Key of the group
roster-field-section = Section of the level
roster-field-mentor = Teacher of the group
roster-field-role = Role
roster-field-relationship = Relationship
roster-slot-guardian1 = First guardian
roster-slot-guardian2 = Second guardian
roster-slot-guardian3 = Third guardian
roster-slot-guardian4 = Fourth guardian
roster-slot-father = Father
roster-slot-mother = Mother
roster-slot-part = { $who }: { $what }
roster-import-title = Import
roster-import-about = { $when }, { $who }
roster-by-shell = the command line
roster-earlier = Earlier imports
roster-state-running = Running
roster-state-done = Stored
roster-state-cancelled = Stopped. Nothing was stored.
roster-state-failed = Failed. Nothing was stored.
roster-state-interrupted = Interrupted. Nothing was stored.
roster-failed-refused = The files could not be read. Nothing was stored. Look at them again before you decide.
roster-failed-conflict = The school was not ready for it: the agreement is not accepted yet, or a number belongs to somebody else. Nothing was stored.
roster-failed-busy = Another change took too long. Nothing was stored. Try again in a moment.
roster-failed-fault = A fault of the machine or of the program. Nothing was stored. Your host finds the reason in the log.
roster-step-reading = Reading the files
roster-step-comparing = Comparing with the school
roster-step-storing = Storing
roster-looks-again = This page looks again every two seconds.
roster-look-still = Keep it still
roster-look-again = Look again every two seconds
roster-stop = Stop, and throw the files away
roster-stopped = The import was stopped. Nothing was stored.
roster-already-running = Another import of this school is running. Wait until it is done, or stop it.
done-roster-applied = The roster is stored. The file itself is not kept.
done-roster-cancelled = The file is thrown away. Nothing was changed.
fault-missing = { $what ->
    [group] The group has no name. Fill it in and import again.
    [surname] There is no name. Fill it in and import again.
    [key] There is no key that tells this row from the others. Fill it in and import again.
    [role] There is no role. Fill it in and import again.
   *[other] { $what } is empty. Fill it in and import again.
}
fault-date = “{ $value }” is no date. Write it as 2015-03-31.
fault-future = “{ $value }” lies in the future. Correct the date.
fault-postcode = “{ $value }” is no postcode of this country. Correct it.
fault-email = “{ $value }” is no mail address. Correct it.
fault-phone = “{ $value }” is no phone number. Write it with its country code, such as +31.
fault-gender = “{ $value }” is not understood as a gender. Write f, m or x.
fault-duplicate = The key “{ $value }” is already used in row { $row }. Give each person a key of their own.
fault-number = The number “{ $value }” belongs to somebody else. It is left out; give each person a number of their own.
fault-order = A court’s order concerns a guardian of this child whom this file does not name. Look whether “{ $value }” is the same person before you store this.
fault-group = No group “{ $value }” is in this delivery. Add it, or correct the name.
fault-student = No { $student } with the key “{ $value }” is in this delivery. Add the row, or correct the key.
fault-ragged = This row has { $found } cells, the heading has { $expected }. Look for a stray separator.
fault-encoding = Some letters of this row cannot be read. Save the file as UTF-8.
fault-formula = This begins like a spreadsheet formula. It is kept as plain text.
fault-schema = “{ $value }” is newer than the published schema. It was read all the same.
fault-long = This is { $length } characters long; at most { $limit } can be kept.
refusal-empty = { $file } is empty. Export it again.
refusal-large = { $file } is larger than { $limit } MiB. Split it.
refusal-doctype = { $file }, line { $line }: the file declares a document type or entities, which can be used for attacks. Export it again without them.
refusal-xml = { $file }, line { $line }: this is not well-formed XML ({ $reason }). Export it again.
refusal-root = { $file } is XML but not EdeXML: it begins with “{ $root }”. Choose the EdeXML export.
refusal-text = { $file } is neither text nor a format we know. Save spreadsheets as CSV.
refusal-header = { $file }: no heading says which column holds the names. Add a first row with headings such as “First name” and “Last name”.

module-roster = Roster files
module-roster-text = Brings people, families and groups in from the files of another system, after a preview.
measure-uploads = An uploaded roster waits in the school’s encrypted file and is forgotten after { $n } hours at most.

roster-export = Take the roster along
roster-export-text = One zip file in the format OneRoster 1.2: who is here today, the groups of today, and which guardian belongs to whom, with mail addresses, phone numbers and days of birth as far as the school keeps them. Links that a court’s order or the office narrowed are left out. Keep the file as carefully as the records themselves.
roster-export-get = Download
roster-undo = Undo this import
roster-undo-hint = Puts back what this import changed. What somebody has changed or used since then stays as it is, and is listed.
roster-undo-until = Possible until { $when }.
roster-undo-late = This import cannot be undone any more: it was undone already, or a day has passed.
roster-state-undone = Undone. What it had changed was put back.
roster-step-undoing = Putting back
roster-left = Left as they are
roster-left-changed = changed since the import
roster-left-account = has an account by now
roster-left-appointment = has an appointment by now
roster-left-linked = the office has linked or placed it since
roster-left-used = is used elsewhere by now
roster-left-taken = the number belongs to somebody else by now
roster-dropped-unread = { $n ->
    [0] This school has no purpose for what such a file holds; it was not read.
    [one] This school has no purpose for what such a file holds; its one row was not read.
   *[other] This school has no purpose for what such a file holds; its { $n } rows were not read.
}
fault-person = Nobody with the key “{ $value }” is known here or in this delivery. Add the row, or correct the key.
fault-role = “{ $value }” is not a word that this format has here. Correct it.
fault-later = This begins on { $value } and is left out until then. Import again from that day on.
fault-childless = This guardian stands beside no child of this delivery. Fill in agentSourcedIds, or leave the row out.
fault-manifest = manifest.csv is missing. The files were read as the whole school: who is not in them leaves. If they hold changes only, export them again with their manifest.
refusal-archive = { $why ->
    [encrypted] { $file } is protected by a password. Export it again without one.
    [nested] { $file } holds folders, links or another archive. Put the files themselves into the archive.
    [many] { $file } holds too many files. Put only the files of one delivery into it.
    [bomb] { $file } grows far beyond its size when it is opened, as attacks do. It was not read; export it again.
    [large] { $file } is too large when it is opened. Split the delivery.
   *[broken] { $file } cannot be opened: the archive is damaged. Export it again.
}
refusal-promised = { $file } promises { $missing }, which is not there. Add the file, or export again.
refusal-version = { $file } says version “{ $version }”. OneRoster 1.1 and 1.2 are read; choose one of them in the export.
refusal-column = { $file }: the column { $column } is missing. Export again with all columns of the standard.
refusal-key = { $file }: the keys in { $column } are citizen numbers, which may not be kept. Export again with other keys.
measure-undo = How to undo an import is kept in the school’s encrypted file and forgotten after { $n } hours.
