# Pildid ja paberid (C094)
picture-too-large = Pilt on liiga suur. Valige kuni { $limit } MB suurune pilt.
picture-wrong-kind = See ei ole JPEG, PNG ega WebP. Valige teine pilt.
picture-unreadable = Pilti ei saa lugeda või on selles liiga palju piksleid. Salvestage see fotoprogrammis uuesti või valige teine.
paper-too-large = Valige väiksem fail: kuni { $limit } MiB.
paper-wrong-kind = Valige PDF-, JPEG-, PNG- või WebP-fail; see ei ole ükski neist.
