sign-in-title = Sign in
sign-in-button = Sign in
sign-in-invited = I have a letter with a code
field-login = E-mail address or mobile number
sign-in-wrong = These two do not fit together. Check both and try again; after five tries wait a quarter of an hour. If somebody else uses your number too, sign in with your e-mail address.
sign-in-code-title = One more step
sign-in-code-button = Go on
field-password = Password
field-password-hint = At least 8 characters. A few words in a row make a good one.
field-old-password = Your password now
field-proof = Your password, or a code from your app
field-proof-hint = The password you sign in with, or the six digits that your authenticator app shows.
field-code = Code
field-code-hint = Six digits from your authenticator app, or one of your recovery codes.
field-language = Language
field-terms = I have read the privacy notice
code-wrong = This code does not fit. Wait for the next one in your app and type it.
password-short = Use at least { $n } characters.
password-long = Use at most { $n } characters.
password-common = Too many people use this password. Choose another, such as a few words in a row.
password-wrong = This is not your password. Type the one you sign in with.
proof-wrong = Neither your password nor a code that fits now. After five tries this device is signed out.
email-taken = Somebody signs in with this address already. Use another address, or sign in.
terms-unticked = Read the privacy notice and tick the box.
invitation-title = Welcome
invitation-text = Hello { $name }. Choose how you will sign in.
invitation-number = You can sign in with the mobile number that the school has for you; it ends in { $end }. An e-mail address is then not needed.
invitation-button = Make my account
invitation-code-title = Your letter
invitation-code-text = Type the code from the letter that the school gave you.
invitation-code-button = Go on
invitation-code-wrong = No letter has this code, or it has been used or is too old. Check each character, or ask the school for a new letter.
no-address-title = No e-mail address
no-address = There is no e-mail address on record, so no mail can be sent. Print a letter with a code instead, or add an address first.
no-address-letter = Print a letter
acknowledge-title = Privacy notice
acknowledge-text = This is a version of the privacy notice that you have not confirmed yet. Read it and tick the box, then go on.
acknowledge-read = Read the privacy notice
acknowledge-button = Go on
account-title = My account
account-logins = You sign in with:
account-notices = What happened to your account
account-notices-read = I have read this
account-notice-new = New
account-notices-text = If something here was not you, change your password and tell the school.
account-sessions = Where you are signed in
account-this = This device
account-since = since { $when }
account-last = last used { $when }
account-end = End
account-end-others = End all others
account-device-unknown = Unknown device
account-password = Change password
account-password-button = Change password
account-language-button = Keep
told-password = Your password was changed
told-factor-on = A second factor was set up
told-factor-off = The second factor was turned off
told-codes = New recovery codes were made
told-new-browser = A browser not seen before signed in
told-number = The school changed your number; the old one no longer signs you in
told-guessed = Somebody typed your right password and five wrong codes: change your password
account-codes-left = { $n ->
    [0] No recovery codes left.
    [one] One recovery code left.
   *[other] { $n } recovery codes left.
}
factor-title = Second factor
factor-text = Scan this with an authenticator app, then type the six digits that the app shows. If you cannot scan, type the letters below into the app.
factor-picture = QR code with the secret that is also written below it
factor-required = Your role can see a great deal, so it needs a second factor before you go on.
factor-button = Turn on
factor-on = On
factor-off = Turn off
factor-none = Not set up. A code from your phone keeps others out even if they know your password.
factor-set-up = Set up
factor-must = Your role needs it, so it cannot be turned off.
factor-exists = A second factor is set up already.
recovery-title = Keep these codes
recovery-text = Each code lets you in once if you lose your phone. Print them or write them down; they are shown only now.
recovery-kept = I have kept them
codes-title = New recovery codes
codes-text = You get ten new codes. The old ones stop working at once.
codes-button = Show new codes
letter-title = Letter
letter-greeting = Dear { $name },
letter-text = with this code you can make your account.
letter-step-1 = Open this address:
letter-step-2 = Type this code:
letter-step-3 = Choose a password.
letter-step-4 = From then on you sign in with this password and your mobile number or e-mail address.
letter-until = The code works once, until { $day }.
letter-back = Back
letter-subject = Your account at { $place }
letter-language = Language of the letter
letter-pdf = Letter as PDF
letter-instead = The name or the address has characters that the PDF has no letters for. Print this page instead: it shows the code only now.
letters-title = Letters with a code
letters-count = { $n ->
    [one] One guardian has no account yet.
   *[other] { $n } guardians have no account yet.
 }
letters-text = You get one PDF with a page for each of them. Every letter has a new code; codes of earlier letters and links of earlier mails to them stop working. The codes are shown only in this file.
letters-without-address = { $n ->
    [one] For one of them no address is recorded; that letter has only the name in the window.
   *[other] For { $n } of them no address is recorded; those letters have only the name in the window.
 }
letters-none = Every guardian who may see a child of this group already has an account.
letters-apart = Their name or address has characters that the PDF has no letters for. Print their letters one by one:
letters-button = Make the letters
done-signed-out = You are signed out.
done-password = Your password is changed and your other devices are signed out.
done-language = The language is kept.
done-session-ended = The session has ended.
done-sessions-ended = Your other devices are signed out.
done-factor-off = The second factor is off.
done-invited = The invitation is on its way.
mail-invitation-subject = Your account at { $place }
mail-invitation =
    Hello { $name },

    { $place } invites you to make your account. Open this link and choose a password:

    { $url }

    The link works once, for two weeks. If you did not expect this mail, you need not do anything.
mail-new-device-subject = New sign-in at { $place }
mail-new-device =
    Hello { $name },

    somebody signed in to your account at { $place } with a browser that we have not seen before. If it was you, all is well. If not, change your password now:

    { $url }
mail-changed-subject = Your account at { $place } was changed
mail-password-changed =
    Hello { $name },

    the password of your account at { $place } was changed. If it was not you, tell the school at once.

    { $url }
mail-factor-on =
    Hello { $name },

    a second factor was set up for your account at { $place }. If it was not you, tell the school at once.

    { $url }
mail-factor-off =
    Hello { $name },

    the second factor of your account at { $place } was turned off. If it was not you, tell the school at once.

    { $url }
mail-codes-renewed =
    Hello { $name },

    new recovery codes were made for your account at { $place }; the old ones no longer work. If it was not you, tell the school at once.

    { $url }
mail-number-changed =
    Hello { $name },

    the number on your record at { $place } was changed. The old number no longer signs you in; the new one does. If you did not ask for this, tell the school at once.
mail-guessed-subject = Somebody knows your password at { $place }
mail-guessed =
    Hello { $name },

    somebody typed the right password of your account at { $place }, and then five wrong codes of the second factor. They did not get in. If it was not you, change your password now:

    { $url }
measure-passwords = Passwords have at least { $n } characters, the common ones are refused, and only slow hashes (Argon2id) are kept.
measure-second-factor = A second factor that cannot be dropped is demanded of: { $roles }.
measure-guesses = After { $n } wrong codes a sign-in starts over.
measure-sessions = Sessions of staff end after { $staff } idle minutes, those of families and students after { $family }, and all of them after { $hours } hours.
sign-in-send = Send me a code instead of a password
send-code-title = Sign in with a code
send-code-text = You get six digits by text message or mail. They work once, for { $n } minutes, in this browser.
send-code-button = Send me a code
send-code-back = Sign in with a password
send-code-unreadable = This is neither a number nor an address that codes are sent to here. Type it in full, such as +31 6 12345678 or name@example.org.
code-too-many = Too many codes were asked for. Wait an hour, or sign in another way; there are at most { $n } an hour.
sent-code-title = Type the code
sent-code-text = If what you typed signs in here, a code is on its way. It works for { $n } minutes, in this browser only.
sent-code-button = Go on
sent-code-again = Send another code
sent-code-wait = { $n ->
    [one] You can ask for another code in one second.
   *[other] You can ask for another code in { $n } seconds.
}
sent-code-too-soon = { $n ->
    [one] Wait one more second, then ask for another code.
   *[other] Wait { $n } more seconds, then ask for another code.
}
sent-code-other = Use another number or address
field-one-time = Code from the message
field-one-time-hint = Six digits.
one-time-unreadable = The code has six digits. Type them as they stand in the message.
one-time-wrong = This code does not fit, has been used, or is over. Check the newest message, or ask for another code. After five wrong ones a code is dead.
done-code-sent = Another code is on its way.
prove-text = A code is on its way. Type it here within { $n } minutes.
field-mobile = Mobile number
field-mobile-hint = A number that gets text messages.
number-title = Mobile number for codes
number-text = We send a code to this number. Once you have typed it here, the number signs you in; until then nothing changes.
number-button = Send a code to this number
number-remove = Send no codes to my number
number-taken = Somebody of this school gets codes on this number already. Use another number, or ask the school.
codes-sent-title = Codes instead of a password
codes-sent-text = Where you can have a code sent to sign in with.
codes-sent-none = None yet
codes-sent-set = Set up
codes-sent-change = Change
codes-sent-proven = Confirmed
codes-sent-prove = Confirm this address
done-number = Codes now go to this number.
done-number-removed = No codes go to your number any more.
done-address = Your address is confirmed.
told-code-number = A mobile number for sign-in codes was set
told-code-number-off = The mobile number for sign-in codes was taken away
told-passkey-on = A passkey was added
told-passkey-off = A passkey was removed
told-passkey-copied = Somebody tried a copy of your passkey: remove it and add a new one
passkeys-title = Passkeys
passkeys-text = A passkey signs you in with your finger, your face or the PIN of your device. Nobody can steal it from afar, and there is nothing to type.
passkeys-none = None yet
passkeys-manage = Add or remove passkeys
passkey-use = Use a passkey
passkey-failed = This passkey did not let you in. Try again, or sign in another way.
passkey-since = since { $when }
passkey-unused = not used yet
passkey-add = Add a passkey
passkey-remove = Remove a passkey
passkey-script = Passkeys need scripts, and your browser has them turned off. All other ways to sign in work without.
passkey-name-missing = Give the passkey a name, so that you know it later.
passkey-too-many = You have as many passkeys as one account can have. Remove one that you no longer use.
passkey-not-added = The passkey was not added: it took too long, or it is added already. Try again.
passkey-not-made = Your device made no passkey. Try again, or use another device.
field-passkey = Passkey
field-passkey-name = Name of the passkey
field-passkey-name-hint = What you call the device it is on, such as “my phone”.
factor-by-passkey = Your passkeys are your second factor. An authenticator app would be one more.
factor-passkey = Use a passkey instead
done-passkey-added = The passkey is added.
done-passkey-removed = The passkey is removed.
mail-code-subject = Your code for { $place }
mail-code =
    { $code }

    is your code for { $place }. It works once, for { $n } minutes, in the browser that asked for it. If you did not ask for it, you need not do anything. Never tell it to anybody.
mail-code-sms = { $code } is your code for { $place }. It works for { $n } minutes. Never tell it to anybody.
mail-sms-number = Sign-in codes for { $place } now go to another number. If this was not you, tell the school at once.
mail-code-number =
    Hello { $name },

    a mobile number for sign-in codes was set for your account at { $place }. If it was not you, tell the school at once.

    { $url }
mail-code-number-off =
    Hello { $name },

    the mobile number for sign-in codes was taken away from your account at { $place }. If it was not you, tell the school at once.

    { $url }
mail-passkey-on =
    Hello { $name },

    a passkey was added to your account at { $place }. If it was not you, remove it and tell the school at once.

    { $url }
mail-passkey-off =
    Hello { $name },

    a passkey was removed from your account at { $place }. If it was not you, tell the school at once.

    { $url }
mail-passkey-copied-subject = Somebody may have a copy of your passkey for { $place }
mail-passkey-copied =
    Hello { $name },

    a passkey of your account at { $place } was used with an old counter, as only a copy does. It was refused. Remove this passkey and add a new one:

    { $url }
measure-codes = One-time codes have six digits, work once, for { $n } minutes and only in the browser that asked, and are kept only as keyed hashes.
sign-in-with = Sign in with { $name }
settings-title = My settings
settings-text = Everything that is set for you at this place, what it is now and since when.
settings-what = Setting
settings-now = Now
settings-since = Since
settings-change = Change
settings-everywhere = Sign out everywhere
settings-everywhere-text = Ends every session of this account, on this device too. Accounts at other schools stay as they are.
settings-everywhere-button = Sign out everywhere
setting-language = Language
setting-theme = Colours in this browser
setting-email = E-mail address that signs in
setting-mails = Notices about your account by mail
setting-mails-always = Always, for your safety
setting-number = Number that signs in
setting-code-number = Number for codes
setting-password = Password
setting-factor = Second factor
setting-notice = Privacy notice you confirmed
setting-sessions = Signed-in devices
setting-sessions-count = { $n ->
    [one] One device
   *[other] { $n } devices
}
setting-links = Accounts at other schools
setting-links-count = { $n ->
    [0] None
    [one] One linked
   *[other] { $n } linked
}
setting-on = On
setting-off = Off
done-signed-out-everywhere = You are signed out on every device.
links-title = My other schools
links-back = My account
links-text = If you have an account at another school here, you can link the two and find your way across. Neither school sees the link, and neither learns of the other.
links-none = Nothing is linked.
links-gone = A school that is no longer here
links-go = Go there
links-end = Unlink
links-step-up = The other school asks you to sign in there, unless you already have on this device.
links-here = Link here
links-here-text = Type the code that the other school shows you, and prove that it is you.
links-there = A code for the other school
links-there-text = Make a code here and type it at the other school. It works once, for ten minutes.
links-make-code = Make a code
links-button = Link
field-link-code = Code from the other school
field-link-code-hint = It has the school’s short name, a dot and twelve characters.
link-code-wrong = No school shows this code now. Make a new one at the other school and type all of it.
done-linked = The two accounts are linked.
done-unlinked = The link is gone on both sides.
told-linked = Linked with your account at another school
told-unlinked = No longer linked with an account at another school
told-provider-on = Another provider can sign you in
told-provider-off = A provider can no longer sign you in
mail-linked =
    Hello { $name },

    your account at { $place } was linked with an account of yours at another school. If it was not you, unlink it and tell the school at once.

    { $url }
mail-unlinked =
    Hello { $name },

    your account at { $place } is no longer linked with an account at another school. If it was not you, tell the school at once.

    { $url }
mail-provider-on =
    Hello { $name },

    another provider can now sign you in to your account at { $place }. If it was not you, remove it on your account page and tell the school at once.

    { $url }
mail-provider-off =
    Hello { $name },

    a provider can no longer sign you in to your account at { $place }. If it was not you, tell the school at once.

    { $url }
# Another mail address (C011)
email-title = Change e-mail address
email-now = You sign in with
email-waits = Open the link in the mail to
email-text = A link goes to the new address. Until you open it, the address you have now stays.
email-ask = Send the link
email-confirm-title = Confirm your e-mail address
email-confirm-text = This link came to your mail address. Confirm that you want to sign in with it.
email-confirm-button = Confirm
done-email-asked = A link was sent to the new address.
done-email-changed = The new e-mail address counts from now on.
told-email = The e-mail address you sign in with was changed
mail-email-confirm-subject = Confirm your address for { $place }
mail-email-confirm =
    Somebody wants to sign in at { $place } with this mail address. If it was you, open this link and confirm:
    
    { $url }
    
    The link works for three days. If it was not you, do nothing.
mail-email-changed =
    Hello { $name },
    
    the mail address that your account at { $place } signs in with was changed. If it was not you, tell the school at once.
mail-told-bare = Something changed in an account at { $place } that uses this mail address. Sign in to read what it was. The address has not been confirmed yet, so this mail says no more.
# One of two accounts of the same person
told-ended = This account was ended; another of yours stays
mail-ended-subject = Your second account at { $place } was ended
mail-ended =
    Hello { $name },

    you had two accounts at { $place }. The school made one record of the two, and this account was ended; nobody is signed in with it any more. Your other account stays as it is. If you had only this one, tell the school at once.

    { $url }
