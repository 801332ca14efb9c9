# One person on record twice
duplicates-title = दो बार दर्ज
duplicates-text = हो सकता है ये अभिलेख एक ही व्यक्ति के हों जिसे दो बार दर्ज किया गया। निर्णय से पहले दोनों देखें।
duplicates-none = कोई भी दो बार दर्ज नहीं लगता।
duplicates-done = पिछले 30 दिनों में मिलाए गए
duplicates-merged-about = { $when } को { $who } ने मिलाया
duplicates-pair-title = एक व्यक्ति या दो?
duplicates-problem = अभी कुछ नहीं मिलाया गया
duplicates-what = फ़ील्ड
duplicates-older = पुराना अभिलेख
duplicates-newer = नया अभिलेख
duplicates-first = पुराना अभिलेख, { $name }
duplicates-second = नया अभिलेख, { $name }
duplicates-stays = कौन-सा अभिलेख रहेगा?
duplicates-empty = नहीं भरा गया
duplicates-merge-heading = यह एक ही व्यक्ति है
duplicates-merge-text = चुनें कि क्या रहेगा। दूसरे अभिलेख से जुड़ी हर चीज़ साथ आ जाएगी और दूसरा अभिलेख हटा दिया जाएगा। जहाँ दोनों में एक ही संबंध हो, वहाँ कड़ा नियम लागू होगा; न्यायालय का आदेश बना रहेगा। आप इसे 30 दिनों तक वापस ले सकते हैं।
duplicates-two-accounts = दोनों के खाते हैं: रहने वाले अभिलेख का खाता बना रहेगा, दूसरा बंद होगा और उसके स्वामी को मेल मिलेगा।
duplicates-merge = एक अभिलेख में मिलाएँ
duplicates-administrator = सहकर्मियों को मिलाने से कोई खाता बंद हो सकता है। यह प्रशासक करते हैं।
duplicates-apart-heading = ये दो व्यक्ति हैं
duplicates-apart-text = दोनों अभिलेख जैसे हैं वैसे रहेंगे और यह जोड़ी फिर नहीं सुझाई जाएगी।
duplicates-apart = दोनों रखें
duplicates-choose-record = चुनें कि कौन-सा अभिलेख रहेगा।
duplicates-choose-value = चुनें कि कौन-सा मान रहेगा।
duplicates-two-appointments = योजना में एक ही जगह पर दोनों की मुलाक़ात है। पहले एक रद्द करें।
duplicates-two-rows = दोनों में ऐसी प्रविष्टि है जो केवल एक बार हो सकती है। पहले एक हटाएँ।
duplicates-own-account = आप उसी खाते से साइन इन हैं जो बंद हो जाएगा। दूसरे अभिलेख को रहने दें।
duplicates-moved-on = इस बीच खाते बदल गए। दोनों अभिलेख फिर देखें।
duplicates-merge-title = मिलाए गए अभिलेख
duplicates-undo-hint = दोनों अभिलेख पहले जैसे लौट आएँगे; तब से जो लिखा गया वह इसी के साथ रहेगा। बंद खाता फिर खुलेगा; उसके स्वामी को फिर साइन इन करना होगा।
duplicates-undo-until = { $when } तक संभव है।
duplicates-undo = वापस लें: फिर दो अभिलेख
duplicates-in-the-way = इसे अभी वापस नहीं लिया जा सकता: तब से कुछ बदला गया है। पहले उसे वापस बदलें।
duplicates-since-changed = तब से बदला गया
duplicates-since-gone = तब से हटाया गया
duplicates-since-taken = किसी और को दिया गया
duplicates-thing-record = स्वयं अभिलेख
duplicates-thing-groups = समूह
duplicates-thing-links = अभिभावकों और बच्चों के संबंध
duplicates-thing-account = खाता
duplicates-thing-appointments = मुलाक़ातें
duplicates-thing-other = अन्य प्रविष्टियाँ
duplicates-kind-guardian = अभिभावक
duplicates-kind-staff = कर्मचारी
duplicates-field-name = नाम
duplicates-field-number = संख्या
duplicates-field-born = जन्म तिथि
duplicates-field-postcode = पिन कोड
duplicates-field-email = ई-मेल पता
duplicates-field-phone = फ़ोन नंबर
duplicates-field-household = परिवार
duplicates-field-left-on = छोड़ने की तिथि
duplicates-field-employee-id = कर्मचारी संख्या
duplicates-field-title = पद
duplicates-why-same-name = एक ही नाम
duplicates-why-nearly-same-name = लगभग एक ही नाम
duplicates-why-sounds-alike = सुनने में एक जैसे नाम
duplicates-why-other-first-name = एक ही उपनाम, पर पहला नाम अलग: शायद भाई, बहन या जुड़वाँ
duplicates-why-other-surname = एक ही पहला नाम, उपनाम अलग
duplicates-why-same-birth = एक ही जन्म तिथि
duplicates-why-other-birth = जन्म तिथि अलग
duplicates-why-same-number = एक ही संख्या
duplicates-why-nearly-same-number = लगभग वही संख्या
duplicates-why-same-email = एक ही ई-मेल पता
duplicates-why-same-phone = एक ही फ़ोन नंबर
done-duplicates-merged = दोनों अभिलेख अब एक हैं।
done-duplicates-apart = ये दो व्यक्ति ही रहेंगे।
done-duplicates-undone = फिर से दो अभिलेख हैं।
duplicates-kind-student = { $student ->
    [child] बच्चे
    [pupil] विद्यार्थी
    [learner] शिक्षार्थी
   *[student] छात्र
}
duplicates-score = 100 में से { $n }
duplicates-count = { $n ->
    [0] देखने के लिए कोई जोड़ी नहीं।
    [one] देखने के लिए { $n } जोड़ी।
   *[other] देखने के लिए { $n } जोड़ियाँ।
}
duplicates-more = { $n ->
    [one] { $n } और, कम संभावित।
   *[other] { $n } और, कम संभावित।
}
measure-duplicates = { $n ->
    [one] मिलाए गए अभिलेख { $n } दिन तक फिर अलग किए जा सकते हैं; इसका लेखा मुहरबंद है और बाद में मिटा दिया जाता है।
   *[other] मिलाए गए अभिलेख { $n } दिनों तक फिर अलग किए जा सकते हैं; इसका लेखा मुहरबंद है और बाद में मिटा दिया जाता है।
}
