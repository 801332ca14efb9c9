skip-to-content = Skip to content
nav-main = Main
nav-menu = Menu
sign-out = Sign out
footer-privacy = Privacy
footer-demo = Other demo roles
footer-language = Language
footer-theme = Colours
footer-set = Set
theme-auto = As the device
theme-light = Light
theme-dark = Dark
error-title = Error: { $title }
error-summary = Please correct this
error-reference = Reference: { $code }
error-home = To the first page
error-not-found = This page is not here
error-not-found-text = It may have moved, or it is not yours to see. Go back, or start at the first page.
error-forbidden = This is not for your role
error-forbidden-text = Your account may not do this. Ask your school if you think it should.
error-invalid = Please correct this
error-invalid-text = Something in the form needs another look. Go back and try again.
error-conflict = That does not go yet
error-conflict-text = Something changed in the meantime. Go back and look again.
error-busy = Too busy for a moment
error-busy-text = Nothing was stored. Try again in a few seconds.
error-internal = Something failed on our side
error-internal-text = Nothing of your last step was stored. Try again; if it fails again, tell the school the reference below.
form-unreadable = The form could not be read. Go back and send it again.
already-exists = This exists already.
why-we-ask = Why we ask
why-text = For { $purpose }. Basis: { $basis }. { $period }
why-records = In the record of processing
kept-for = Kept for { $period } after it is no longer needed.
kept-school = Kept as long as the school is here.
period-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
period-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
period-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
period-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
role-visitor = Visitor
role-operator = Host
role-administrator = Administrator
role-office = Office
role-teacher = Teacher
role-guardian = Guardian
role-student = { $student ->
    [child] Child
    [pupil] Pupil
    [learner] Learner
   *[student] Student
}
role-dpo = Data protection
role-shell = Shell
role-job = Scheduled work
subject-student = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
}
subject-guardian = Guardians
subject-staff = Staff
subject-user = Everybody with an account
subject-operator = Hosts
subject-contact = Contact persons
subject-nobody = Nobody
purpose-administration = keeping the school's records
purpose-teaching = teaching
purpose-family-contact = contact with families
purpose-child-safety = the safety of children
purpose-sign-in = signing in
purpose-security = security
purpose-accountability = accountability
purpose-communication = messages
purpose-import = taking over records from the school's administration
purpose-operation = running the service
purpose-access = deciding who may see which record
purpose-statistics = counts of groups, never of one person
basis-public-task = public task
basis-contract = contract
basis-attested = as the school has attested
basis-edition = as the school has declared
basis-legal-obligation = legal obligation
basis-legitimate-interest = legitimate interest
basis-consent = consent
category-identifier = numbers and keys
category-name = names
category-birth = date of birth
category-gender = gender
category-nationality = nationality
category-address = address
category-contact = contact details
category-relationship = relationships
category-education = groups and enrolment
category-employment = employment
category-credential = means of signing in
category-device = device and network
category-activity = what was done when
category-message = messages
category-restriction = court-ordered restrictions
module-off = This part is switched off for your school. An administrator can switch it on under Parts.
measure-own-file = Each school’s records stand in a file of their own, encrypted with AES-256 under a key of their own; no query reaches two schools.
measure-role-table = What a page may do is one of { $n } named acts, and who may is one table of roles; whatever is not in it is refused. Roles count anew at every request.
measure-trail = Changes, and reads of other people’s records, are noted in a chained trail in which a later change to an entry shows.
measure-security-log = Sign-ins and refusals stand in a security log that keeps a part of the network address only.
measure-erasure = What is deleted is overwritten in the file.
measure-own-pages = Pages load nothing from elsewhere, cannot be framed by other sites and stay in no cache; forms sent from other sites are refused.
measure-logs = The server’s own log names records by random numbers and nobody by name.
recipient-host = the host of this installation, on the school’s behalf
recipient-oneself = the person concerned
recipient-public = everybody who opens the privacy pages, as to the data-protection officer and the representative
find-open = Find (Ctrl+K)
find-keys = Up and down to choose, Enter to open, Esc to close
find-title = Find
find-label = A page, a task or a name
offline-title = No network
offline-text = This device cannot reach your school just now. Nothing that you had sent is lost; what you had not sent yet, send once more when the network is back.
offline-again = Try again
offline-kept = This is a page kept on this device. It may have changed since.
offline-pages = Kept on this device
error-too-many = Too much at once
error-too-many-text = { $n ->
    [one] From your network came very much in a short time. Wait a second, then go on.
   *[other] From your network came very much in a short time. Wait { $n } seconds, then go on.
  }
error-too-large = This is too large
error-too-large-text = A form may hold 1 MB of text, with files { $n } MB in all. Send less at once.
error-too-long = This address is too long
error-too-long-text = Start at the first page and go on from there.
error-too-slow = This took too long
error-too-slow-text = It may have been stored all the same: look first, then try again.
plain-refused = Data travels here only encrypted. Use { $url } instead; nothing was stored.
role-support = Host, by support grant
support-needed = You host this school but may not see its content. Ask the school for a support grant; an administrator there decides.
support-only-looks = A support grant lets you look at what the office sees, and change nothing. This is not part of it.
support-banner = You are looking at this school under a support grant, until { $until } at the latest. Everything you open is noted, and the school can read it.
support-banner-leave = Leave
