skip-to-content = सीधे सामग्री पर जाएँ
nav-main = मुख्य मेनू
nav-menu = मेनू
sign-out = साइन आउट करें
footer-privacy = गोपनीयता
footer-demo = डेमो की दूसरी भूमिकाएँ
footer-language = भाषा
footer-theme = रंग
footer-set = लागू करें
theme-auto = डिवाइस के अनुसार
theme-light = हल्का
theme-dark = गहरा
error-title = त्रुटि: { $title }
error-summary = कृपया इसे सुधारें
error-reference = संदर्भ संख्या: { $code }
error-home = मुखपृष्ठ पर जाएँ
error-not-found = यह पृष्ठ यहाँ नहीं है
error-not-found-text = शायद यह कहीं और चला गया है, या इसे देखना आपके अधिकार में नहीं है। वापस जाएँ, या मुखपृष्ठ से शुरू करें।
error-forbidden = यह आपकी भूमिका के लिए नहीं है
error-forbidden-text = आपके खाते को इसकी अनुमति नहीं है। यदि आपको लगता है कि होनी चाहिए, तो अपने विद्यालय से पूछें।
error-invalid = कृपया इसे सुधारें
error-invalid-text = फ़ॉर्म में कुछ दोबारा देखने की ज़रूरत है। वापस जाएँ और फिर कोशिश करें।
error-conflict = यह अभी नहीं हो सकता
error-conflict-text = इस बीच कुछ बदल गया है। वापस जाएँ और फिर से देखें।
error-busy = सर्वर अभी बहुत व्यस्त है
error-busy-text = कुछ भी सहेजा नहीं गया। कुछ सेकंड बाद फिर कोशिश करें।
error-internal = हमारी ओर से कुछ गड़बड़ हुई
error-internal-text = आपने अभी जो किया, उसमें से कुछ भी सहेजा नहीं गया। फिर कोशिश करें; यदि फिर भी न हो, तो नीचे दी संदर्भ संख्या विद्यालय को बताएँ।
form-unreadable = फ़ॉर्म पढ़ा नहीं जा सका। वापस जाएँ और उसे फिर भेजें।
already-exists = यह पहले से मौजूद है।
why-we-ask = हम क्यों पूछते हैं
why-text = उद्देश्य: { $purpose }। आधार: { $basis }। { $period }
why-records = प्रसंस्करण के रजिस्टर में
kept-for = ज़रूरत समाप्त होने के बाद रखने की अवधि: { $period }।
kept-school = जब तक विद्यालय यहाँ है, तब तक रखा जाता है।
period-hours = { $n ->
    [0] { $n } घंटे
    [one] { $n } घंटा
   *[other] { $n } घंटे
}
period-days = { $n ->
    [one] { $n } दिन
   *[other] { $n } दिन
}
period-months = { $n ->
    [0] { $n } महीने
    [one] { $n } महीना
   *[other] { $n } महीने
}
period-years = { $n ->
    [one] { $n } वर्ष
   *[other] { $n } वर्ष
}
date = { $day } { $month } { $year }
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्तूबर
month-11 = नवंबर
month-12 = दिसंबर
role-visitor = आगंतुक
role-operator = सेवा संचालक
role-administrator = प्रशासक
role-office = कार्यालय
role-teacher = शिक्षक
role-guardian = अभिभावक
role-student = { $student ->
    [child] बच्चा
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
role-dpo = डेटा संरक्षण
role-shell = कमांड लाइन
role-job = निर्धारित काम
subject-student = { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
subject-guardian = अभिभावक
subject-staff = कर्मचारी
subject-user = खाते वाले सभी लोग
subject-operator = सेवा संचालक
subject-contact = संपर्क व्यक्ति
subject-nobody = कोई नहीं
purpose-administration = विद्यालय के रिकॉर्ड रखना
purpose-teaching = पढ़ाना
purpose-family-contact = परिवारों से संपर्क
purpose-child-safety = बच्चों की सुरक्षा
purpose-sign-in = साइन इन करना
purpose-security = सुरक्षा
purpose-accountability = जवाबदेही
purpose-communication = संदेश
purpose-import = विद्यालय की प्रशासन प्रणाली से रिकॉर्ड लाना
purpose-operation = सेवा चलाना
purpose-access = यह तय करना कि कौन कौन-सा रिकॉर्ड देख सकता है
purpose-statistics = समूहों की गिनती, कभी किसी एक व्यक्ति की नहीं
basis-public-task = लोकहित का कार्य
basis-contract = अनुबंध
basis-attested = जैसा विद्यालय ने प्रमाणित किया है
basis-edition = जैसा विद्यालय ने घोषित किया है
basis-legal-obligation = क़ानूनी दायित्व
basis-legitimate-interest = वैध हित
basis-consent = सहमति
category-identifier = नंबर और पहचान-कुंजियाँ
category-name = नाम
category-birth = जन्म तिथि
category-gender = लिंग
category-nationality = राष्ट्रीयता
category-address = पता
category-contact = संपर्क विवरण
category-relationship = संबंध
category-education = समूह और नामांकन
category-employment = नौकरी
category-credential = साइन इन के साधन
category-device = डिवाइस और नेटवर्क
category-activity = क्या कब किया गया
category-message = संदेश
category-restriction = न्यायालय के आदेश से रोक
module-off = यह भाग आपके विद्यालय में बंद है। प्रशासक इसे “भाग” पृष्ठ पर चालू कर सकते हैं।
measure-own-file = हर विद्यालय के रिकॉर्ड उसकी अपनी फ़ाइल में हैं, जो उसकी अपनी कुंजी के साथ AES-256 से एन्क्रिप्टेड है; कोई खोज दो विद्यालयों तक नहीं पहुँचती।
measure-role-table = हर पृष्ठ केवल { $n } नामित कार्यों में से कोई कर सकता है, और कौन क्या कर सकता है यह भूमिकाओं की एक तालिका तय करती है; जो उसमें नहीं है, वह अस्वीकार होता है। भूमिकाएँ हर अनुरोध पर फिर से जाँची जाती हैं।
measure-trail = बदलाव, और दूसरों के रिकॉर्ड देखना, एक शृंखलाबद्ध गतिविधि लेखे में दर्ज होते हैं, जिसमें किसी प्रविष्टि में बाद में किया गया बदलाव दिख जाता है।
measure-security-log = साइन इन और अस्वीकृतियाँ सुरक्षा लॉग में दर्ज होती हैं, जो नेटवर्क पते का केवल एक हिस्सा रखता है।
measure-erasure = जो मिटाया जाता है, वह फ़ाइल में अधिलेखित कर दिया जाता है।
measure-own-pages = पृष्ठ कहीं और से कुछ नहीं लाते, दूसरी साइटें उन्हें फ़्रेम में नहीं दिखा सकतीं और वे किसी कैश में नहीं रहते; दूसरी साइटों से भेजे गए फ़ॉर्म अस्वीकार होते हैं।
measure-logs = सर्वर का अपना लॉग रिकॉर्डों को केवल यादृच्छिक संख्याओं से दर्शाता है और किसी का नाम नहीं लिखता।
recipient-host = इस सेवा का संचालक, विद्यालय की ओर से
recipient-oneself = संबंधित व्यक्ति स्वयं
recipient-public = गोपनीयता पृष्ठ खोलने वाला हर व्यक्ति, जहाँ तक डेटा संरक्षण अधिकारी और प्रतिनिधि की बात है
find-open = खोजें (Ctrl+K)
find-keys = चुनने के लिए ऊपर-नीचे, खोलने के लिए Enter, बंद करने के लिए Esc
find-title = खोजें
find-label = कोई पृष्ठ, काम या नाम
offline-title = नेटवर्क नहीं है
offline-text = यह डिवाइस अभी आपके विद्यालय तक नहीं पहुँच पा रहा। जो आप भेज चुके थे, वह सुरक्षित है; जो अभी नहीं भेजा था, उसे नेटवर्क लौटने पर दोबारा भेजें।
offline-again = फिर कोशिश करें
offline-kept = यह पृष्ठ इसी डिवाइस पर रखा हुआ है। हो सकता है इसके बाद कुछ बदला हो।
offline-pages = इस डिवाइस पर रखे हुए
error-too-many = एक साथ बहुत अधिक अनुरोध
error-too-many-text = { $n ->
    [one] आपके नेटवर्क से थोड़े समय में बहुत अधिक अनुरोध आए। एक सेकंड रुकें, फिर आगे बढ़ें।
   *[other] आपके नेटवर्क से थोड़े समय में बहुत अधिक अनुरोध आए। { $n } सेकंड रुकें, फिर आगे बढ़ें।
  }
error-too-large = यह बहुत बड़ा है
error-too-large-text = फ़ॉर्म में 1 MB तक पाठ हो सकता है, फ़ाइलों के साथ कुल { $n } MB। एक बार में कम भेजें।
error-too-long = यह वेब पता बहुत लंबा है
error-too-long-text = मुखपृष्ठ से शुरू करें और वहाँ से आगे बढ़ें।
error-too-slow = इसमें बहुत समय लगा
error-too-slow-text = हो सकता है यह फिर भी सहेजा गया हो: पहले देख लें, उसके बाद ही फिर कोशिश करें।
plain-refused = यहाँ डेटा केवल एन्क्रिप्ट होकर जाता है। इसकी जगह { $url } का उपयोग करें; कुछ भी सहेजा नहीं गया।
role-support = सेवा संचालक, सहायता अनुमति से
support-needed = इस विद्यालय की सेवा आप चलाते हैं, पर इसकी सामग्री नहीं देख सकते। विद्यालय से सहायता अनुमति माँगें; निर्णय वहाँ के प्रशासक करते हैं।
support-only-looks = सहायता अनुमति से आप वह देख सकते हैं जो कार्यालय देखता है, पर कुछ बदल नहीं सकते। यह पृष्ठ उसमें शामिल नहीं है।
support-banner = आप इस विद्यालय को सहायता अनुमति से देख रहे हैं, अधिकतम { $until } तक। आप जो भी खोलते हैं वह दर्ज होता है, और विद्यालय उसे पढ़ सकता है।
support-banner-leave = बाहर जाएँ
