# Foto’s en papieren (C094)
picture-too-large = Deze foto is te groot. Kies er een van hoogstens { $limit } MB.
picture-wrong-kind = Dit is geen JPEG, PNG of WebP. Kies een andere foto.
picture-unreadable = Deze foto is niet te lezen of heeft te veel beeldpunten. Sla de foto opnieuw op in uw fotoprogramma of kies een andere.
paper-too-large = Kies een kleiner bestand: hoogstens { $limit } MiB.
paper-wrong-kind = Kies een PDF-, JPEG-, PNG- of WebP-bestand; dit is geen van die vier.
