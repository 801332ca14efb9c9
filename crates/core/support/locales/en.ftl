nav-support = Support
support-title = Support by the host
support-text = Whoever hosts this installation cannot see your school’s content. Here you let them look for some hours, and end it whenever you like.
support-none = Nobody has been let in, and nobody has asked.
support-any-operator = Any operator of the installation
support-grant-title = Support grant
support-scope = They may look at what the office sees: people, groups, households, the institution and parent evenings. They can change nothing; exports, scans and emergency sheets stay closed. Everything they open is in your audit trail.
support-grant-button = Let them look
support-looked = What was looked at
support-looked-none = Nothing yet.
support-allow = Grant
support-end = End
support-when = When
support-who = Who
support-what = Act
support-record = Record
support-state-asked = Asked for
support-state-runs = Runs now
support-state-over = Over
support-state-refused = Refused
support-for-hours = { $n ->
    [one] For one hour
   *[other] For { $n } hours
}
support-from-until = From { $from } until { $until }
support-until = Until { $until }
support-not-used = Not used
support-used-since = First used { $when }
support-reason-missing = Say in a few words why, at most { $limit } characters.
support-hours-wrong = Type a whole number of hours from 1 to { $limit }.
support-operator-unknown = Choose one of the operators in the list.
support-answered = This request was answered already.
field-operator = Who may look
field-reason = Reason
field-reason-hint = What it is about, without names of children.
field-hours = Hours
field-hours-hint = From 1 to 72.
support-operator-title = Support for a school
support-operator-text = You see nothing of a school’s content until one of its administrators lets you. The school can end it at any moment and reads what you looked at.
support-enter-title = Go in
support-enter-text = Type a fresh code. It opens the school to look at for an hour, or until the grant ends.
support-enter-button = Go in
support-leave = Leave the school
support-ask-title = Ask the school
support-ask-button = Ask
done-support-granted = They may look now; the administrators were told.
done-support-ended = It has ended. Nobody of the host sees anything here any more by it.
done-support-asked = The school’s administrators have your request.
done-support-left = You have left the school.
mail-support-asked-subject = The host asks for a support grant
mail-support-asked =
    Hello { $name },

    an operator of the installation asks to look at your school’s content for { $hours } hours. Sign in and open Support to read why, and to grant or refuse it.
mail-support-granted-subject = A support grant was given
mail-support-granted =
    Hello { $name },

    an administrator of your school lets the host look at its content until { $until }. Open Support to see what is looked at, or to end it.
mail-support-used-subject = The support grant is being used
mail-support-used =
    Hello { $name },

    an operator has gone in under the support grant that runs until { $until }. Open Support to see what they look at, or to end it.
mail-support-ended-subject = The support grant has ended
mail-support-ended =
    Hello { $name },

    a support grant of your school has ended. Open Support to read what was looked at under it.
