# Own data, proposals of change, and the yearly question (C127, C128, C164)
nav-own = मेरी जानकारी
nav-proposals = प्रस्तावित बदलाव
own-title = मेरी जानकारी
own-text = विद्यालय आपकी और आपके बच्चों की जो जानकारी रखता है। कुछ जानकारी आप स्वयं बदल सकते हैं; बाकी के लिए विद्यालय से सुधार का अनुरोध कर सकते हैं।
own-none = आपके खाते के अलावा विद्यालय आपका कोई रिकॉर्ड नहीं रखता।
own-oneself = आप स्वयं
own-work = कर्मचारी के रूप में आप
own-child = आपका बच्चा
own-change = बदलें
own-propose = सुधार का अनुरोध करें
own-proposals = आपके अनुरोध
own-more = साइन इन और प्रोफ़ाइल
own-account = ई-मेल पता, पासवर्ड, भाषा
own-profile = प्रोफ़ाइल और तस्वीर
own-change-title = मेरी जानकारी बदलें
own-change-text = यहाँ किया गया बदलाव तुरंत लागू होता है।
own-change-text-email = यहाँ किया गया बदलाव तुरंत लागू होता है। ई-मेल पता अपने खाते में बदलें।
done-own-changed = आपकी जानकारी बदल दी गई।
propose-title = सुधार का अनुरोध करें
propose-text = जो ग़लत है उसे सुधारें और कारण लिखें। विद्यालय हर बात का जवाब देगा; तब तक कुछ नहीं बदलेगा।
propose-send = विद्यालय को भेजें
propose-why = कुछ शब्दों में बताएँ कि यह क्यों बदलना चाहिए।
proposal-same = रिकॉर्ड से कुछ भी अलग नहीं है। जो ग़लत है उसे बदलें, या “कुछ और” में लिखें।
field-other = कुछ और जो ग़लत है
done-proposed = आपका अनुरोध विद्यालय को मिल गया।
proposals-title = प्रस्तावित बदलाव
proposals-text = परिवार, कर्मचारी और विद्यार्थी अपने रिकॉर्ड में जो ग़लत बताते हैं।
proposals-none = किसी ने बदलाव का अनुरोध नहीं किया है।
proposal-title = प्रस्तावित बदलाव
proposal-open = जवाब की प्रतीक्षा
proposal-answered = जवाब दिया गया
proposal-accepted = स्वीकार किया गया
proposal-refused = अस्वीकार किया गया
proposal-accept = स्वीकार करें
proposal-refuse = अस्वीकार करें
proposal-answer = जवाब
proposal-words = जवाब का कारण
proposal-send = जवाब भेजें
proposal-conflict = तब से बदल चुका है। रिकॉर्ड में अब है:
proposal-why-not = हर अस्वीकृत बात का कारण लिखें।
proposal-moved = आपके देखते-देखते रिकॉर्ड बदल गया। फिर से देखें और फिर से जवाब दें।
proposal-nothing-chosen = कम से कम एक बात का जवाब चुनें।
proposal-record-gone = एक रिकॉर्ड जो अब नहीं है
done-proposal-answered = जवाब सहेज लिए गए।
task-proposal-waits = प्रस्तावित बदलाव का जवाब दें
task-data-check = देखें कि हमारे पास आपके परिवार की जानकारी सही है या नहीं
task-data-checks-open = कुछ परिवारों ने जानकारी की पुष्टि नहीं की है
check-waits = विद्यालय पूछ रहा है कि क्या आपकी जानकारी अब भी सही है।
check-title = क्या यह अब भी सही है?
check-text = इसे पढ़ें और एक बटन से जवाब दें।
check-none = कोई प्रश्न बाकी नहीं है। हमारे पास यह जानकारी है।
check-right = यह सब सही है
check-change = कुछ बदलना है…
done-check-right = धन्यवाद। विद्यालय को पता चल गया कि आपकी जानकारी सही है।
done-check-change = धन्यवाद। जो अब सही नहीं है, उसे यहाँ बदलें।
checks-title = जानकारी की वार्षिक जाँच
checks-asked = { $n ->
    [0] इस वर्ष अभी किसी अभिभावक से नहीं पूछा गया।
    [one] इस वर्ष { $n } अभिभावक से पूछा गया।
   *[other] इस वर्ष { $n } अभिभावकों से पूछा गया।
}
checks-left = अब तक जवाब नहीं मिला
checks-none-left = जिनसे पूछा गया, सबने जवाब दे दिया है।
checks-asked-on = { $date } को पूछा गया
checks-plan = कब पूछें
checks-plan-text = हर शैक्षणिक वर्ष में इस दिन हर अभिभावक से पूछा जाता है कि जानकारी अब भी सही है या नहीं।
field-check-month = महीना
field-check-day = दिन
field-check-weeks = जवाब के लिए सप्ताह
field-check-weeks-hint = उसके बाद एक अनुस्मारक भेजा जाता है और आप देख सकते हैं कि किसने जवाब नहीं दिया।
number-out-of-range = 1 से { $most } तक की संख्या लिखें।
done-checks-planned = पूछने का दिन सहेजा गया।
mail-proposal-answered-subject = { $place } से जवाब
mail-proposal-answered =
    { $place } ने आपके अनुरोध का जवाब दिया है। पढ़ने के लिए साइन इन करें:

    { $url }
mail-check-subject = { $place } को आपके एक मिनट की ज़रूरत है
mail-check = { $place } में नया शैक्षणिक वर्ष शुरू हुआ है। साइन इन करें और एक बटन से बताएँ कि हमारे पास आपकी जानकारी अब भी सही है या नहीं।
mail-check-again-subject = { $place } को अब भी आपके जवाब की प्रतीक्षा है
mail-check-again = { $place } ने पूछा था कि आपकी जानकारी अब भी सही है या नहीं, पर जवाब नहीं मिला। साइन इन करें और एक बटन से जवाब दें।
