# Parent evenings
nav-conferences = Parent evenings
nav-conferences-own = My conversations
nav-conferences-family = Talk to teachers
conf-title = Parent evenings
conf-never = No parent evening is planned yet.
conf-new-title = Plan a parent evening
conf-create = Go on to the days
conf-edit-title = Change details
conf-state = State
conf-state-draft = In preparation
conf-state-before = Announced
conf-state-open = Booking is open
conf-state-closed = Booking has closed
conf-opens = Booking opens on { $moment }.
conf-closes = Book until { $moment }.
conf-has-closed = Booking closed on { $moment }.
conf-day = { $weekday } { $date }
conf-moment = { $day }, { $time }
conf-weekday-1 = Monday
conf-weekday-2 = Tuesday
conf-weekday-3 = Wednesday
conf-weekday-4 = Thursday
conf-weekday-5 = Friday
conf-weekday-6 = Saturday
conf-weekday-7 = Sunday
conf-zone-none = Choose a time zone
conf-closes-early = Booking must close after it opens. Choose a later moment.
conf-moment-wrong = Enter a day and a time.
conf-time-wrong = Enter a time, such as 18:30.
conf-minutes-wrong = Enter a number of minutes from { $least } to { $most }.
conf-to-round = Back to the overview
conf-days = Days and hours
conf-days-title = Days and hours
conf-days-none = No day yet. Add the first one.
conf-hours-add-title = Add a day
conf-hours-add = Add
conf-hours-overlap = These hours overlap others of the same day. Choose other hours, or remove those first.
conf-hours-many = A parent evening has at most { $limit } spans of hours. Remove one first.
conf-until-early = The end must come after the beginning.
conf-times = { $n ->
    [one] 1 time
   *[other] { $n } times
}
conf-remove = Remove
conf-round-booked = Somebody has already booked, so the times cannot change. Cancel those appointments first and tell the families.
conf-not-ready = Add at least one day and one teacher first. Then families can see it.
conf-next = What comes next
conf-need-days = Say on which days and at what hours
conf-need-teachers = Choose the teachers
conf-need-publish = Show it to families
conf-need-publish-text = They can book from the moment you have set.
conf-publish = Show to families
conf-hide = Hide from families
conf-hide-text = Appointments stay as they are.
conf-tile-booked = { $n ->
    [one] appointment
   *[other] appointments
}
conf-tile-free = { $n ->
    [one] free time
   *[other] free times
}
conf-tile-missing = still without an appointment
conf-grid = Who talks to whom
conf-teacher = Teacher
conf-teachers-title = Teachers who take part
conf-teachers-count = { $n ->
    [one] { $n } teacher
   *[other] { $n } teachers
}
conf-teachers-none = Nobody takes part yet.
conf-teachers-add = Add teachers
conf-teachers-all = All teachers with a { $group ->
    [group] group
    [cohort] cohort
   *[class] class
}
conf-teachers-of = All teachers of { $name }
conf-choose = Choose
conf-teacher-title = Room and breaks
conf-teacher-booked = Families have appointments with this teacher. Cancel those first and tell them; then the teacher can be taken out.
conf-in-room = Room { $room }
conf-pauses = Not available
conf-pauses-text = Tick the times for a break, a late arrival or an early end. Families cannot book them.
conf-pause = break
conf-pause-booked = Somebody has booked one of these times. Cancel that appointment first and tell the family.
conf-booked = booked
conf-book = Book
conf-book-title = Book for a family
conf-book-text = With { $teacher }. No message goes out: tell the family yourself.
conf-party = { $child }, with { $guardian }
conf-party-alone = { $child }, no guardian on record who may book
conf-cancel = Cancel the appointment
conf-cancel-title = Cancel an appointment
conf-cancel-text = { $child } with { $teacher }: { $moment }. The time is free again at once. No message goes out: tell the family yourself.
conf-doubtful = Check
conf-doubtful-text = Check this one: the { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
} has left, or the guardian may no longer book.
conf-missing-title = Who has not booked yet
conf-missing-none = Everybody has an appointment.
conf-has-booked = Booked
conf-not-yet = Not yet
conf-print-title = Sheets for teachers
conf-print-pdf = As PDF
conf-doors-title = Lists for the doors
conf-print-text = Print this page: each teacher comes on a sheet of their own.
conf-time = Time
conf-day-word = Day
conf-child = About
conf-with = Comes
conf-own-title = My conversations
conf-own-none = You take part in no parent evening.
conf-calendar = Put into my calendar
conf-calendar-file = appointments
conf-family-title = Talk to teachers
conf-family-none = There is no parent evening to book for now. The school tells you when there is.
conf-no-teacher = No teacher takes part for this { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}.
conf-group-room = { $class }, room { $room }
conf-propose-text = Tick the teachers you want to talk to. We propose one short evening for all your children; you decide.
conf-propose = Propose a plan
conf-choose-time = Choose a time
conf-change = Change or cancel
conf-full = No time is free with this teacher. Ask the school’s office.
conf-others = Another guardian has an appointment with this teacher.
conf-instead = Free and near it:
conf-choose-some = Tick at least one teacher and at most { $limit }.
conf-slot-taken = Somebody else was a moment faster: this time is taken. Choose another one.
conf-slot-gone = This time is no longer offered. Choose another one.
conf-overlap = You have another appointment at that time. Choose another one.
conf-already-booked = You already have an appointment with this teacher about this { $student ->
    [child] child
    [pupil] pupil
    [learner] learner
   *[student] student
}. Change that one instead.
conf-not-open = Booking is not open yet. Come back when it opens.
conf-closed = Booking has closed. To change something, call the school’s office.
conf-proposal-title = A plan for you
conf-proposal-text = Nothing is booked yet. Read it, then book it all at once.
conf-book-all = { $n ->
    [one] Book this appointment
   *[other] Book all { $n } appointments
}
conf-leave-it = Choose by hand
conf-unmet = No time found
conf-unmet-text = For these, no free time fits with the others. Choose by hand, or leave out another one.
conf-plan-title = Your plan
conf-plan-none = You have no appointment yet.
field-round-name = Name
field-round-name-hint = As families read it: Autumn conversations.
field-opens-at = Booking opens
field-closes-at = Booking closes
field-slot-minutes = Minutes for one conversation
field-travel-minutes = Minutes to walk between rooms
field-travel-minutes-hint = Proposed plans leave this time between two conversations.
field-round-zone = Time zone
field-conf-day = Day
field-conf-from = From
field-conf-until = Until
field-conf-until-hint = For a break for everybody, add the same day twice.
field-conf-room = Room
field-chosen-teachers = Who
field-book-start = Time
field-booked-for = For whom
field-cancel-reason = Reason
field-cancel-reason-hint = In a few words, or leave it empty.
done-round-created = Written down. Now add the days.
done-round-changed = Changed.
done-round-published = Families can see it now.
done-round-hidden = Families no longer see it.
done-hours-added = Added.
done-hours-removed = Removed.
done-teachers-added = Added.
done-teacher-changed = Saved.
done-teacher-removed = Taken out.
done-booked = Booked.
done-moved = Moved. The old time is free again.
done-cancelled = Cancelled. The time is free again.
done-plan-booked = All booked. This is your plan.

module-conferences = Parent evenings
module-conferences-text = Rounds with times for talks between families and teachers.
