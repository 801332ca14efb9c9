# तस्वीरें और काग़ज़ात (C094)
picture-too-large = तस्वीर बहुत बड़ी है। अधिकतम { $limit } MB की तस्वीर चुनें।
picture-wrong-kind = यह JPEG, PNG या WebP नहीं है। दूसरी तस्वीर चुनें।
picture-unreadable = यह तस्वीर पढ़ी नहीं जा सकती या इसमें बहुत अधिक पिक्सेल हैं। इसे फ़ोटो प्रोग्राम में फिर से सहेजें या दूसरी चुनें।
paper-too-large = छोटी फ़ाइल चुनें: अधिकतम { $limit } MiB।
paper-wrong-kind = PDF, JPEG, PNG या WebP फ़ाइल चुनें; यह इनमें से कोई नहीं है।
