# School: navigation and first page
nav-home = Home
nav-students = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
}
nav-groups = { $group ->
    [group] Groups
    [cohort] Cohorts
   *[class] Classes
}
nav-guardians = Guardians
nav-households = Households
nav-staff = Staff
nav-institution = Institution
home-title = Home
home-greeting = Welcome, { $name }
home-needs = Waiting for you
home-numbers = The numbers today
home-import = Import a roster
home-open = Open
home-tile-students = { $n ->
    [one] { $student ->
        [child] child
        [pupil] pupil
        [learner] learner
       *[student] student
    }
   *[other] { $student ->
        [child] children
        [pupil] pupils
        [learner] learners
       *[student] students
    }
}
home-tile-groups = { $n ->
    [one] { $group ->
        [group] group
        [cohort] cohort
       *[class] class
    }
   *[other] { $group ->
        [group] groups
        [cohort] cohorts
       *[class] classes
    }
}
home-tile-guardians = { $n ->
    [one] guardian
   *[other] guardians
}
home-tile-staff = { $n ->
    [one] member of staff
   *[other] members of staff
}
home-need-agreement = Accept the processing agreement
home-need-agreement-text = Until an administrator accepts it, no { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} can be written down.
home-need-agreement-button = Read and accept
home-need-roster = Bring in your roster
home-need-roster-text = Nobody is here yet. Import a file from your administration system.
home-need-roster-button = Import a roster
home-need-institution = Complete the institution’s details
home-need-institution-text = Families need an address, a phone number and an e-mail address to reach you.
home-need-institution-button = Fill in
home-groups = Your { $group ->
    [group] groups
    [cohort] cohorts
   *[class] classes
}
home-groups-none = No { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is yours yet. The office assigns them.
home-children = Your children
home-children-none = No child is linked to you. Ask the school’s office.
home-officer = Data protection
home-officer-text = What this school keeps, why, and for how long.
home-officer-notice = Privacy notice
home-officer-records = Records of processing

# Lists and forms
crumbs-label = Where you are
list-name = Name
list-search = Search by name
list-show = Show
list-clear = Clear the search
list-pages = Pages
list-page = Page { $page } of { $last }
list-earlier = Earlier
list-later = Later
form-save = Save
history-title = What has changed
history-field = Field
history-change = Change
history-when = When
history-was = Was
history-now = Now
history-nothing = nothing
history-yes = yes
history-no = no
history-by = By
history-by-shell = the command line
history-by-gone = an account that is gone

# Students
students-title = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
}
students-count = { $n } { $n ->
    [one] { $student ->
        [child] child
        [pupil] pupil
        [learner] learner
       *[student] student
    }
   *[other] { $student ->
        [child] children
        [pupil] pupils
        [learner] learners
       *[student] students
    }
}
students-new-title = Add a { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}
students-create = Add
students-edit-title = Correct details
students-details = Details
students-groups = { $group ->
    [group] Groups
    [cohort] Cohorts
   *[class] Classes
}
students-no-group = In no { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
students-every-group = Every { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
students-standing = Who
students-standing-here = Here now
students-standing-left = Have left
students-standing-all = Everybody
students-narrowed = Nobody fits this search.
students-never = No { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} is here yet. Import a roster, or add one by hand.
students-all-left = Nobody is here now; everybody has left.
students-left = Left
students-left-on = Left on { $date }
students-born = { $date }, { $age }
students-age = { $n ->
    [one] { $n } year old
   *[other] { $n } years old
}
students-basis = Kept on the basis of
students-gender-none = Not recorded
students-gender-female = Female
students-gender-male = Male
students-gender-other = Other
students-move-title = Change { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
students-move-text = The new { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} counts from today. The old one ends today and stays in the history.
students-move = Move
students-leave-title = Record leaving
students-leave-text = { $name } leaves on this day. Teachers lose sight of the record; the office keeps it until its period ends.
students-leave = Record leaving
students-not-kept = Leave this empty: your school has chosen not to keep it.
student-number-taken = Another { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} has this number. Enter a different one.

# Guardians and what they may
guardians-title = Guardians
guardians-count = { $n ->
    [one] { $n } guardian
   *[other] { $n } guardians
}
guardians-narrowed = No guardian fits this search.
guardians-never = No guardian is here yet. They come with the roster, or from the page of a { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}.
guardians-add-title = Add a guardian
guardians-add = Add
guardians-edit-title = Correct details
guardians-contact = Contact
guardians-no-contact = No contact details are recorded.
guardians-children = { $student ->
    [child] Children
    [pupil] Pupils
    [learner] Learners
   *[student] Students
} of this guardian
guardians-no-children = No { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} is linked to this guardian.
guardians-none-of-student = No guardian is recorded.
guardians-emergency = In an emergency
guardians-collects = Collecting
guardians-collects-yes = May collect
guardians-collects-no = May not collect
edges-title = What this guardian may
edges-rights = May
edges-change = Change
edges-between = { $guardian }, for { $child }
edges-sees = See the record
edges-books = Book appointments
edges-pays = Pays
edges-picks-up = Collect
edges-emergency = Emergency contact { $n }
edges-restricted = Court order from { $date }
edges-relationship-none = Not recorded
edges-relationship-mother = Mother
edges-relationship-father = Father
edges-relationship-guardian = Guardian
edges-relationship-other = Other
edges-unlink = Unlink
edges-unlink-title = Unlink a guardian
edges-unlink-text = { $guardian } will see nothing of { $child } any more, from the next click on. The guardian’s own record stays.
way-in-title = Way in
way-in-text = Send an invitation to make an account, or print a letter with a code.
way-in-invite = Invite by e-mail
way-in-letter = Print a letter
way-in-no-email = No e-mail address is recorded, so only a letter is possible.
groups-letters = Letters to families

# Emergency sheets
emergency-title = Emergency sheet
emergency-made = As of { $date }
emergency-text = Print this page, keep it with those who look after the { $student ->
    [child] children
    [pupil] pupils
    [learner] learners
   *[student] students
}, and destroy it when there is a newer one.
emergency-call = Call, in this order
emergency-nobody = No emergency contact is designated
emergency-no-phone = no phone number is recorded
emergency-trip-title = Emergency sheet of the trip
emergency-trip = For a trip: choose who goes along
emergency-trip-who = Who goes along
emergency-trip-show = Show only these
emergency-trip-all = Show everybody
emergency-order-title = Order of emergency contacts
emergency-place = Place
emergency-place-of = Place of { $name }
emergency-place-wrong = { $name }: enter a number from 1 to 9, or leave the field empty.
emergency-place-twice = { $name }: this place is taken. Give each contact a place of their own.

# Households
households-title = Households
households-count = { $n ->
    [one] { $n } household
   *[other] { $n } households
}
households-narrowed = No household fits this search.
households-never = No household is here yet. They come with the roster.
households-members = In this household
households-empty = Nobody is in this household any more.
households-siblings = Also in this household
households-none = In no household
households-own = A household of its own
households-place-title = Change household
households-place-text = People of one household sign in together. Once you choose here, imports leave it alone.
households-place = Put here
households-new-title = Add a household
households-create = Add
households-nobody-yet = Nobody is in this household yet.
households-add-title = Put somebody into this household

# Groups
groups-title = { $group ->
    [group] Groups
    [cohort] Cohorts
   *[class] Classes
}
groups-count = { $n } { $n ->
    [one] { $group ->
        [group] group
        [cohort] cohort
       *[class] class
    }
   *[other] { $group ->
        [group] groups
        [cohort] cohorts
       *[class] classes
    }
}
groups-new-title = Add a { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
groups-create = Add
groups-year = School year
groups-teachers = Teachers
groups-no-teachers = No teacher is assigned yet.
groups-never = No { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is here yet. Import a roster, or add one by hand.
groups-empty = No { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} is in this { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}. Change the { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} on the page of a { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}.
groups-empty-teacher = No { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} is in this { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} today.
groups-one-title = { $group ->
    [group] Group
    [cohort] Cohort
   *[class] Class
}
groups-running = Running now
groups-all-over = None is running. Choose a school year to see those that are over.
groups-over = { $name } is over, so its list can only be read. Choose a { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} that is running.
groups-over-since = Over since { $date }. The list shows who was in it to the end, and can only be read.
groups-starts-on = Begins on
groups-ended-on = Ends on
groups-from = Begins on { $date }
groups-until = Ends on { $date }
groups-end-title = End this { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
groups-end-text = On this day { $name } ends: nobody is in it and nobody teaches it any more. The list stays and can only be read. An import does not open it again.
groups-end = End
enrolment-title = Enrolment
enrolment-in = Enrolled
enrolment-not-yet = Starts on { $date }
enrolment-left = Left on { $date }
enrolment-left-title = No longer in it
roll-number-by-name = Number by name
roll-number-of = Roll number of { $name }
roll-number-save = Save roll numbers
roll-number-wrong = { $name }: enter a roll number from 1 to 9999, or leave the field empty.
roll-number-twice = { $name } and { $other } have the same roll number, { $number }. Give one of them another.
roll-number-taken = Somebody on this list has just been given one of these roll numbers. Open the list again.

# Next school year
promotion-title = Next school year
promotion-text = Decide what becomes of each { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}. Nothing changes before you have seen all of it and said yes.
promotion-nothing = No { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is running, so there is nothing to carry over.
promotion-first-day = First day of the next school year
promotion-first-day-hint = Until then everything stays as it is.
promotion-way = What happens
promotion-way-of = What happens with { $name }
promotion-way-moves = Goes on
promotion-way-leaves = Leaves the school
promotion-way-stays = Stays open
promotion-next-name = New name
promotion-next-name-of = New name of { $name }
promotion-next-level = New year of study
promotion-next-level-of = New year of study of { $name }
promotion-look = See what would happen
promotion-name-missing = { $name }: enter the new name.
promotion-moved = A { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} has ended since you opened this page. Open it again.
promotion-preview-title = What would happen
promotion-from = From { $date }
promotion-preview-text = Open a { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} to choose who repeats the year or leaves.
promotion-to = { $name } becomes { $next }
promotion-ends = { $name } ends
promotion-child = What happens
promotion-child-of = What happens with { $name }
promotion-child-along = Goes with the { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
promotion-child-repeats = Repeats the year
promotion-child-leaves = Leaves the school
promotion-count-along = { $n ->
    [one] goes on
   *[other] go on
}
promotion-count-repeats = { $n ->
    [one] repeats the year
   *[other] repeat the year
}
promotion-count-leaves = { $n ->
    [one] leaves the school
   *[other] leave the school
}
promotion-count-groups = { $n ->
    [one] list closes
   *[other] lists close
}
promotion-count-again = Count again
promotion-warning = From that day on the old lists can only be read. This cannot be taken back here.
promotion-apply = Begin the next school year
promotion-back = Back to the { $group ->
    [group] groups
    [cohort] cohorts
   *[class] classes
}

# Staff
staff-title = Staff
staff-one-title = Member of staff
staff-count = { $n ->
    [one] { $n } member of staff
   *[other] { $n } members of staff
}
staff-new-title = Add a member of staff
staff-create = Add
staff-edit-title = Correct details
staff-details = Details
staff-narrowed = Nobody fits this search.
staff-never = No member of staff is here yet.
staff-left = Left
staff-groups = { $group ->
    [group] Groups
    [cohort] Cohorts
   *[class] Classes
}
staff-no-groups = No { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is assigned. Without one, a teacher sees no { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}.
staff-assign = Assign
staff-end-group = Take away
staff-leave-title = End employment
staff-leave-text = { $name } stops working here on this day. From then on signing in opens nothing of this work, and no { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is theirs. The record stays until its period ends.
staff-leave = End employment
staff-left-on = Left on { $date }
staff-leave-oneself = This is your own record. Ask another administrator.
employee-id-taken = Somebody else has this staff number. Enter a different one.

# Institution and agreement
institution-title = Institution
institution-text = Families see this on the privacy pages and in letters.
institution-incomplete = Details are missing: people need a phone number, a street and a town to reach you.
agreement-title = Processing agreement
agreement-version = Version { $version }
agreement-open = Not accepted yet. Until then no record of a { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} can be written.
agreement-accepted = Accepted by { $name } on { $date }.
agreement-text = The school decides which personal data are kept and why; it is the controller. The platform keeps them on the school’s behalf and only as the school instructs; it is the processor. Each answers for its own part, as listed here.
agreement-school = The school answers for
agreement-school-1 = that it may keep the records it brings in, by law, by contract or with consent;
agreement-school-2 = that families and staff have been told, with the privacy notice that the platform provides;
agreement-school-3 = that consent of guardians is asked where it is needed, and respected when it is withdrawn;
agreement-school-4 = that the records are right, and corrected when somebody says they are not;
agreement-school-5 = who gets an account, with which role, and that it ends when the work ends.
agreement-platform = The platform answers for
agreement-platform-1 = keeping the school’s records apart from every other school’s, encrypted, under a key of their own;
agreement-platform-2 = letting each person see only what their role allows, and keeping a trail of who did what;
agreement-platform-3 = using the records for nothing but the school’s own purposes: no advertising, no profiles, no sale;
agreement-platform-4 = deleting each record when its period ends, in the backups too;
agreement-platform-5 = telling the school without delay about any breach, and helping with requests of the people concerned;
agreement-platform-6 = handing all records back at the end, then destroying them and the key.
agreement-accept-text = By accepting you confirm that you may decide this for the school. Your name and the time are kept.
agreement-accept = Accept for the school
agreement-first = Accept the processing agreement first. An administrator finds it under Institution.

# What has to be done
tasks-title = To do
tasks-due = Due on { $date }
tasks-overdue = Overdue since { $date }
tasks-tick-off = Done
task-licence-ends = Have a licence renewed

# Contact persons and licences
institution-export = Export
contacts-title = Contact persons
contacts-text = Colleagues at the desk see contact persons here. The data-protection officer and the representative are also named, with their contact details, on the public privacy pages.
contacts-new-title = Add a contact person
contacts-create = Add
contacts-edit-title = Correct a contact person
contacts-remove = Remove
contacts-remove-title = Remove a contact person
contacts-remove-text = { $name } is removed for good: no record, no history and no file of this school keeps the name.
contacts-never = No contact person is named yet.
contacts-ways = Contact
contacts-address = Address
contacts-no-officer = No data-protection officer is named. If your institution must have one, add the officer as a contact person; until then the record of processing says that there is none.
contacts-function-none = Choose one
contacts-function-general = General contact
contacts-function-officer = Data-protection officer
contacts-function-representative = Representative in the Union
contacts-function-finance = Finance
contacts-function-safety = Safety of children
contacts-function-technical = Technical contact
licences-title = Licences
licences-text = { $n ->
    [one] One day before a licence ends, the administrator’s first page asks to have it renewed.
   *[other] { $n } days before a licence ends, the administrator’s first page asks to have it renewed.
}
licences-new-title = Add a licence
licences-create = Add
licences-edit-title = Change a licence
licences-remove = Remove
licences-remove-title = Remove a licence
licences-remove-text = { $name } is removed for good, with its scan.
licences-never = No licence is recorded yet.
licences-no-end = without an end
licences-over = Has ended
licences-scan = Scan

# Families and learners
family-record = What the school keeps
family-own-record = What the school keeps about you
family-you = What you are and may
family-others = Other guardians
family-correct = Something is not right? Tell the school’s office; you may ask for a correction at any time.

# Fields
field-name = Name
field-call-name = Given name
field-infix = Middle part of the name
field-surname = Family name
field-number = Number
field-number-hint = The number your school gives, if it gives one.
field-born = Date of birth
field-gender = Gender
field-nationality = Nationality
field-postcode = Postcode
field-email = E-mail address
field-phone = Phone number
field-enrolled-on = Enrolled on
field-left-on = Left on
field-left-on-hint = Empty this field if leaving was recorded by mistake.
field-group = { $group ->
    [group] Group
    [cohort] Cohort
   *[class] Class
}
field-household = Household
field-relationship = Relationship
field-sees = May see the record
field-books = May book appointments
field-pays = Pays
field-picks-up = May collect
field-emergency-order = Place among the emergency contacts
field-emergency-order-hint = 1 is called first. Leave empty for nobody to call.
field-restricted-from = Kept away by a court from
field-restricted-from-hint = From this day the guardian sees nothing and may not collect. No import lifts it; only you do, by emptying this field.
field-group-name = Name
field-level = Year of study
field-level-hint = For example 5, or leave empty.
field-title = Job title
field-employee-id = Staff number
field-trade-name = Trade name
field-institution-email = E-mail address of the institution
field-institution-phone = Phone number of the institution
field-street = Street and number
field-institution-postcode = Postcode
field-town = Town
field-latitude = Latitude
field-latitude-hint = Degrees, north positive: 52.0907
field-longitude = Longitude
field-longitude-hint = Degrees, east positive: 5.1214
field-function = Contact for
field-function-hint = What people should ask this person about.
field-licence-kind = Kind of licence
field-licence-kind-hint = For example: permit to run a school, fire safety.
field-licence-number = Licence number
field-issuer = Issued by
field-valid-until = Valid until
field-valid-until-hint = The last day it counts. Leave empty if it has no end.
field-scan = Scan
field-scan-hint = A PDF, JPEG, PNG or WebP of at most 5 MiB. After a correction, choose the file again.
field-scan-goes = Take the present scan away
field-roll-number = Roll number
field-kept-until = Kept until
field-ended-on = Ends on
field-household-name = Name
field-household-name-hint = For example the family name and the street.

# What to correct
name-missing = Enter a given name or a family name.
name-too-long = Shorten the name: at most { $limit } characters for each part.
email-not-an-address = Enter an e-mail address like name@example.org.
phone-not-a-number = Enter a phone number with digits only, for example +31 6 1234 5678.
postcode-wrong = Enter a postcode as it is written in your country.
date-in-future = Enter a date that is today or earlier.
date-wrong = Enter a date with day, month and year.
date-before-enrolment = Enter a day on or after the day of enrolment.
text-missing = Fill in this field.
text-too-long = Shorten this: at most { $limit } characters.
choice-missing = Choose one from the list.
emergency-order-wrong = Enter a number from 1 to 9, or leave the field empty.
degrees-out-of-range = Enter degrees between -{ $limit } and { $limit }.
contact-out-of-reach = Enter an e-mail address, a phone number or an address.
date-in-past = Enter a date that is today or later.
date-before-start = Enter a date on or after the first day.

# Done
done-student-created = Added.
done-student-changed = The details are saved.
done-student-moved = The { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is changed.
done-student-left = Leaving is recorded.
done-student-back = Leaving is lifted.
done-student-placed = The household is changed.
done-guardian-added = The guardian is added.
done-guardian-changed = The details are saved.
done-edge-changed = The rights are saved.
done-edge-unlinked = The guardian is unlinked.
done-group-created = The { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is added.
done-group-assigned = The { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is assigned.
done-group-ended = The { $group ->
    [group] group
    [cohort] cohort
   *[class] class
} is taken away.
done-staff-created = Added.
done-staff-changed = The details are saved.
done-institution-changed = The institution’s details are saved.
done-agreement-accepted = The agreement is accepted.

nav-modules = Parts
modules-title = Parts
modules-intro = What your school does not need, it need not hold. A part that is switched off has no pages, asks nothing and stores nothing new. What it held stays until its period ends.
modules-on = on
modules-off = off
modules-holds = Holds: { $what }.
modules-switch-off = Switch off { $module }
modules-switch-on = Switch on { $module }
modules-unknown = There is no such part. Choose one from the list.
modules-state = Choose on or off.
done-module-on = The part is switched on.
done-module-off = The part is switched off.
done-task-ticked-off = Ticked off.
done-contact-created = The contact person is added.
done-contact-changed = The contact person is saved.
done-contact-removed = The contact person is removed.
done-licence-created = The licence is added.
done-licence-changed = The licence is saved.
done-licence-removed = The licence is removed.
done-group-numbered = The roll numbers are saved.
done-group-over = The end is recorded.
done-contacts-ordered = The order is saved.
done-household-created = The household is added.
done-staff-left = The end of employment is recorded.
done-staff-back = The end of employment is lifted.
done-promoted = The next school year is set up.

nav-statistics = Statistics
statistics-title = Statistics
statistics-intro = How many of each gender. Only groups of { $n } and more are counted, so that nobody can be told.
statistics-few = Fewer than { $n }, or too few would be left over: not shown.
statistics-where = Where
statistics-school = The whole school
students-gender-leave = Leave as it is
students-gender-remove = Remove what is recorded
module-demographics = Gender and nationality
module-demographics-text = Recorded where the edition keeps them, apart from the rest; counted in groups of ten or more.
emergency-keep = Keep on this phone for a day
emergency-kept = This sheet stays on this phone for a day and opens without a network. It goes when you sign out.
# Postal addresses (C077)
address-title = Postal address
address-text = Letters go here. Empty every field to take the address away.
address-none = No postal address is known.
address-change = Change the address
done-address-kept = The address was kept.
field-address = Postal address
field-address-street = Street
field-house-number = House number
field-house-addition = Addition
field-house-addition-hint = For example bis, B or a flat number.
field-address-postcode = Postcode
field-city = Town or city
field-country-hint = Two letters: NL, EE, IN, US.
street-missing = Fill in the street.
house-number-missing = Fill in the house number.
house-number-wrong = A house number begins with a digit. Put letters in the addition.
city-missing = Fill in the town or city.
country-wrong = Write the country with two letters, such as NL.
history-corrected = a wrong value (it stands only in the request)

# The logo
logo-title = Logo
logo-text = It stands on the sign-in page, for everybody to see. Only its pixels are kept, not where or when it was taken.
logo-upload = Keep the logo
logo-remove = Take the logo away
field-logo = Choose a picture
field-logo-hint = A JPEG, PNG or WebP of at most 5 MB.
field-logo-words = What it shows, in words
field-logo-words-hint = Read aloud to people who do not see it. Left empty, the institution’s name is read.
done-logo-changed = The logo is saved.
done-logo-removed = The logo is removed.
logo-never = There is no logo yet.
logo-missing = Choose a picture.
