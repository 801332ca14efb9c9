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
