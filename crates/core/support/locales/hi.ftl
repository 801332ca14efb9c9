nav-support = सहायता
support-title = सेवा संचालक से सहायता
support-text = इस सेवा के संचालक आपके विद्यालय की सामग्री नहीं देख सकते। यहाँ आप उन्हें कुछ घंटों के लिए देखने की अनुमति देते हैं, और जब चाहें उसे समाप्त कर सकते हैं।
support-none = किसी को अंदर आने नहीं दिया गया है, और किसी ने अनुमति माँगी भी नहीं है।
support-any-operator = इस सेवा का कोई भी संचालक
support-grant-title = सहायता अनुमति
support-scope = वे वह देख सकते हैं जो कार्यालय देखता है: लोग, समूह, परिवार, संस्था और अभिभावक-शिक्षक बैठकें। वे कुछ बदल नहीं सकते; निर्यात, स्कैन प्रतियाँ और आपातकालीन सूचियाँ बंद रहती हैं। वे जो भी खोलते हैं, वह आपके गतिविधि लेखे में दर्ज होता है।
support-grant-button = देखने दें
support-looked = क्या देखा गया
support-looked-none = अभी तक कुछ नहीं।
support-allow = अनुमति दें
support-end = समाप्त करें
support-when = कब
support-who = कौन
support-what = कार्य
support-record = रिकॉर्ड
support-state-asked = माँगी गई
support-state-runs = अभी चालू
support-state-over = समाप्त
support-state-refused = अस्वीकृत
support-for-hours = { $n ->
    [one] { $n } घंटे के लिए
   *[other] { $n } घंटों के लिए
}
support-from-until = { $from } से { $until } तक
support-until = { $until } तक
support-not-used = उपयोग नहीं हुआ
support-used-since = पहली बार उपयोग: { $when }
support-reason-missing = कुछ शब्दों में कारण बताएँ, अधिकतम { $limit } अक्षर।
support-hours-wrong = 1 से { $limit } तक घंटों की पूरी संख्या लिखें।
support-operator-unknown = सूची में से एक सेवा संचालक चुनें।
support-answered = इस अनुरोध का जवाब पहले ही दिया जा चुका है।
field-operator = कौन देख सकता है
field-reason = कारण
field-reason-hint = यह किस बारे में है, बच्चों के नाम लिखे बिना।
field-hours = घंटे
field-hours-hint = 1 से 72 तक।
support-operator-title = विद्यालय की सहायता
support-operator-text = जब तक विद्यालय का कोई प्रशासक अनुमति न दे, आप उसकी सामग्री में से कुछ नहीं देख सकते। विद्यालय अनुमति को किसी भी समय समाप्त कर सकता है और पढ़ सकता है कि आपने क्या देखा।
support-enter-title = अंदर जाएँ
support-enter-text = नया कोड लिखें। इससे विद्यालय एक घंटे तक, या अनुमति समाप्त होने तक, देखने के लिए खुलता है।
support-enter-button = अंदर जाएँ
support-leave = विद्यालय से बाहर जाएँ
support-ask-title = विद्यालय से पूछें
support-ask-button = अनुरोध भेजें
done-support-granted = अब वे देख सकते हैं; प्रशासकों को बता दिया गया है।
done-support-ended = अनुमति समाप्त हो गई। इसके आधार पर अब कोई सेवा संचालक यहाँ कुछ नहीं देख सकता।
done-support-asked = आपका अनुरोध विद्यालय के प्रशासकों तक पहुँच गया है।
done-support-left = आप विद्यालय से बाहर आ गए हैं।
mail-support-asked-subject = सेवा संचालक सहायता अनुमति माँगते हैं
mail-support-asked =
    नमस्ते { $name },

    इस सेवा के एक संचालक { $hours } घंटे के लिए आपके विद्यालय की सामग्री देखने की अनुमति माँगते हैं। कारण पढ़ने और अनुमति देने या अस्वीकार करने के लिए साइन इन करके “सहायता” खोलें।
mail-support-granted-subject = सहायता अनुमति दी गई
mail-support-granted =
    नमस्ते { $name },

    आपके विद्यालय के एक प्रशासक ने सेवा संचालक को { $until } तक सामग्री देखने की अनुमति दी है। क्या देखा जा रहा है यह जानने या इसे समाप्त करने के लिए “सहायता” खोलें।
mail-support-used-subject = सहायता अनुमति का उपयोग हो रहा है
mail-support-used =
    नमस्ते { $name },

    एक सेवा संचालक { $until } तक चलने वाली सहायता अनुमति से अंदर आए हैं। वे क्या देख रहे हैं यह जानने या इसे समाप्त करने के लिए “सहायता” खोलें।
mail-support-ended-subject = सहायता अनुमति समाप्त हुई
mail-support-ended =
    नमस्ते { $name },

    आपके विद्यालय की एक सहायता अनुमति समाप्त हो गई है। उसके अंतर्गत क्या देखा गया यह पढ़ने के लिए “सहायता” खोलें।
