nav-trail = गतिविधि लेखा
notice-title = गोपनीयता सूचना
notice-controller = यहाँ बताए गए व्यक्तिगत डेटा के लिए { $name } उत्तरदायी है।
notice-made = यह पन्ना उन्हीं घोषणाओं से बना है जिनका पालन यह सॉफ़्टवेयर करता है। जो यहाँ नहीं लिखा है, उसे यह रख ही नहीं सकता।
notice-version = संस्करण { $version }।
notice-installation = यह इस इंस्टॉलेशन के संचालकों के बारे में है। यहाँ के हर विद्यालय की अपनी सूचना है, जिसका लिंक उसके पृष्ठों के नीचे है।
notice-installation-period = जब तक यह इंस्टॉलेशन यहाँ है
notice-contact = प्रश्न और अनुरोध:
notice-what = क्या
notice-why = उद्देश्य
notice-whose = किसका
notice-basis = आधार
notice-period = रखने की अवधि
notice-columns = कॉलम
notice-your-rights = आपके अधिकार
notice-rights = { $n ->
    [one] आप अपना डेटा देख सकते हैं, सुधरवा सकते हैं, अपने साथ ले जा सकते हैं, और जहाँ क़ानून उसे रखने को नहीं कहता, वहाँ मिटवा सकते हैं। आपको { $n } दिन के भीतर उत्तर मिलेगा।
   *[other] आप अपना डेटा देख सकते हैं, सुधरवा सकते हैं, अपने साथ ले जा सकते हैं, और जहाँ क़ानून उसे रखने को नहीं कहता, वहाँ मिटवा सकते हैं। आपको { $n } दिनों के भीतर उत्तर मिलेगा।
}
notice-change = इस सूचना के महत्त्वपूर्ण बदलाव लागू होने से पहले बताए जाते हैं। पूर्व सूचना की अवधि: { $period }।
notice-authority = आप पर्यवेक्षी प्राधिकरण से शिकायत कर सकते हैं: { $authority }।
notice-trail = रिकॉर्ड किसने पढ़ा या बदला, यह गतिविधि लेखे में लिखा जाता है; इस लेखे में बाद में किया गया हर बदलाव दिख जाता है। सामान्य पढ़ने की प्रविष्टियाँ एक सेकंड के भीतर लिखी जाती हैं; सिस्टम अचानक बंद होने पर उस एक सेकंड की प्रविष्टियाँ खो सकती हैं।
records-title = प्रसंस्करण का रजिस्टर
retention-title = क्या कब तक रखा जाता है
retention-text = अवधि उस दिन से गिनी जाती है जब ज़रूरत समाप्त होती है: विद्यालय छोड़ना, खाता बंद होना, सत्र समाप्त होना।
retention-class = क्या
retention-school = जब तक विद्यालय यहाँ है
kept-class-student-record = { $student ->
    [child] बच्चों के रिकॉर्ड
    [pupil] विद्यार्थियों के रिकॉर्ड
    [learner] शिक्षार्थियों के रिकॉर्ड
   *[student] छात्रों के रिकॉर्ड
}
kept-class-guardian-record = अभिभावकों के रिकॉर्ड
kept-class-staff-record = कर्मचारियों के रिकॉर्ड
kept-class-account = खाते
kept-class-session = सत्र
kept-class-security-log = सुरक्षा लॉग
kept-class-audit = गतिविधि लेखा
kept-class-import-file = अपलोड की गई फ़ाइलें
kept-class-outbox = भेजे गए संदेश
kept-class-school = विद्यालय के अपने रिकॉर्ड
trail-title = गतिविधि लेखा
trail-chain = किसने क्या किया
trail-security = साइन इन और अस्वीकृतियाँ
trail-when = कब
trail-who = कौन
trail-act = कार्य
trail-object = रिकॉर्ड
trail-outcome = परिणाम
trail-network = नेटवर्क
notice-officer = डेटा संरक्षण अधिकारी
notice-representative = संघ में प्रतिनिधि
records-text = यह उन घोषणाओं, भूमिका-तालिका और नियमों से बना है जिनका चलता हुआ सॉफ़्टवेयर पालन करता है (GDPR अनुच्छेद 30)। विद्यालय और संचालक अपने बारे में जो कहते हैं, वह वैसा ही है जैसा उन्होंने लिखा।
record-controller = नियंत्रक: विद्यालय
record-processor = प्रोसेसर: संचालक
record-name = नाम
record-address = पता
record-reach = संपर्क
record-joint = संयुक्त नियंत्रक
record-behalf = किसकी ओर से
record-does = किसलिए प्रसंस्करण
record-activities = गतिविधियाँ
record-recipients = प्राप्तकर्ता
record-host-keeps = यह सब संचालक विद्यालय की ओर से रखता है। विद्यालय में प्राप्तकर्ता केवल वे अभिलेख देखते हैं जो भूमिका-तालिका उनके लिए खोलती है।
record-transfers-title = अन्य देशों को हस्तांतरण
record-transfers = बनावट से ही कुछ भी किसी अन्य देश या अंतरराष्ट्रीय संगठन को नहीं जाता: अभिलेख संचालक की मशीन पर रहते हैं, और वहाँ से केवल संदेश, संचालक के लगाए मेल सर्वर से, बाहर जाते हैं। वह सर्वर कहाँ है, इसके लिए संचालक उत्तरदायी है।
record-territory = इस संस्करण के नियमों के अनुसार डेटा यहीं रहता है: { $territory }।
record-limits = हर प्रकार के अभिलेख की अवधि
record-security = सुरक्षा के तकनीकी और संगठनात्मक उपाय
record-nobody = किसी का नाम नहीं दिया गया है।
record-host-unnamed = इस सेवा के संचालक ने अभी नहीं लिखा है कि वह कौन है।
