//! Names as they are common in India: in Latin letters, as most schools keep them, and in Devanagari.

use super::people::Names;

/// Indian names in Latin letters, from several regions.
pub(super) const INDIAN: Names = Names { female: FEMALE, male: MALE, surnames: SURNAMES, with_infix: &[] };

/// Names in Devanagari.
pub(super) const DEVANAGARI: Names =
    Names { female: FEMALE_DEVANAGARI, male: MALE_DEVANAGARI, surnames: SURNAMES_DEVANAGARI, with_infix: &[] };

/// Girls and women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "Aadhya", "Aanya", "Aditi", "Ananya", "Anika", "Anjali", "Arpita", "Asha", "Bhavna", "Charu", "Deepa", "Diya",
    "Divya", "Esha", "Fatima", "Gauri", "Gayatri", "Harini", "Ira", "Ishita", "Jaya", "Jyoti", "Kavya", "Kavita",
    "Keerthana", "Kiara", "Kriti", "Lakshmi", "Lavanya", "Madhavi", "Mahima", "Manisha", "Meera", "Megha", "Myra",
    "Nandini", "Navya", "Neha", "Nisha", "Nithya", "Pari", "Parvati", "Pooja", "Prachi", "Preeti", "Priya", "Radha",
    "Ramya", "Rashmi", "Riya", "Ritu", "Saanvi", "Sadhana", "Sana", "Sangeeta", "Sara", "Shanti", "Shreya",
    "Simran", "Sneha", "Sunita", "Swati", "Tanvi", "Tara", "Uma", "Urvi", "Usha", "Vaishnavi", "Vani", "Vidya",
    "Yamini", "Zara",
];

/// Boys and men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "Aarav", "Aditya", "Ajay", "Akash", "Amit", "Anand", "Anil", "Arjun", "Arnav", "Ashok", "Atharv", "Ayaan",
    "Bharat", "Chetan", "Darsh", "Deepak", "Dev", "Dhruv", "Farhan", "Ganesh", "Gaurav", "Girish", "Gopal", "Harsh",
    "Hari", "Imran", "Ishaan", "Jai", "Jatin", "Kabir", "Karan", "Karthik", "Kiran", "Krishna", "Kunal", "Lakshya",
    "Madhav", "Mahesh", "Manish", "Mohan", "Mukesh", "Naveen", "Nikhil", "Nitin", "Om", "Pranav", "Prakash",
    "Pranay", "Rahul", "Raj", "Rajesh", "Rakesh", "Ravi", "Reyansh", "Rishi", "Rohan", "Rohit", "Sachin", "Sai",
    "Samar", "Sanjay", "Shaurya", "Siddharth", "Suresh", "Tarun", "Uday", "Varun", "Vihaan", "Vijay", "Vikram",
    "Vinay", "Vivaan", "Vivek", "Yash", "Yusuf", "Zain",
];

/// Surnames.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "Sharma", "Verma", "Gupta", "Singh", "Kumar", "Patel", "Shah", "Mehta", "Desai", "Joshi", "Trivedi", "Pandey",
    "Mishra", "Tiwari", "Dubey", "Shukla", "Chaturvedi", "Agarwal", "Bansal", "Goel", "Mittal", "Jain", "Kapoor",
    "Khanna", "Malhotra", "Chopra", "Arora", "Bhatia", "Sethi", "Anand", "Grover", "Ahuja", "Bedi", "Gill",
    "Sandhu", "Sidhu", "Dhillon", "Grewal", "Rao", "Reddy", "Naidu", "Chowdary", "Raju", "Prasad", "Murthy", "Iyer",
    "Iyengar", "Krishnan", "Subramanian", "Venkatesan", "Raman", "Natarajan", "Srinivasan", "Menon", "Nair",
    "Pillai", "Kurup", "Varma", "Panicker", "Thomas", "George", "Mathew", "Fernandes", "Pereira", "D'Souza",
    "Pinto", "Kulkarni", "Deshpande", "Patil", "Jadhav", "Pawar", "Shinde", "Gaikwad", "Chavan", "More", "Kale",
    "Bose", "Ghosh", "Banerjee", "Chatterjee", "Mukherjee", "Sen", "Das", "Dutta", "Roy", "Chakraborty",
    "Bhattacharya", "Saha", "Mondal", "Biswas", "Barua", "Bora", "Gogoi", "Kalita", "Mahanta", "Khan", "Ansari",
    "Qureshi", "Siddiqui", "Sheikh", "Syed", "Hussain", "Ali", "Yadav", "Chauhan", "Rathore", "Solanki", "Thakur",
    "Rawat", "Negi", "Bisht", "Bhatt", "Pant", "Soni", "Vyas", "Parmar", "Gowda", "Hegde", "Shetty", "Kamath",
    "Bhandari", "Saxena", "Srivastava", "Nigam",
];

/// Girls and women, in Devanagari.
#[rustfmt::skip]
const FEMALE_DEVANAGARI: &[&str] = &[
    "प्रिया", "अनन्या", "दीपिका", "कविता", "सुनीता", "अंजलि", "पूजा", "नेहा", "ज्योति", "मीरा", "राधा", "गीता",
    "सीता", "लक्ष्मी", "सरिता", "रेखा", "उषा", "आशा", "किरण", "काव्या", "दिव्या", "रिया", "श्रेया", "तन्वी",
    "आराध्या", "इशिता", "जया", "मनीषा", "नंदिनी", "निशा", "पार्वती", "प्रीति", "रश्मि", "रितु", "संगीता", "शांति",
    "स्नेहा", "स्वाति", "तारा", "उमा", "वंदना", "विद्या", "यामिनी", "ऐश्वर्या", "भावना", "चित्रा", "देविका",
    "गायत्री", "हेमा", "जानकी", "कमला", "ललिता", "माधुरी", "नीलम", "पल्लवी", "रचना", "साधना", "शालिनी", "सुषमा",
    "वैशाली",
];

/// Boys and men, in Devanagari.
#[rustfmt::skip]
const MALE_DEVANAGARI: &[&str] = &[
    "आरव", "आदित्य", "अजय", "आकाश", "अमित", "आनंद", "अनिल", "अर्जुन", "अशोक", "भरत", "चेतन", "दीपक", "देव", "ध्रुव",
    "गणेश", "गौरव", "गिरीश", "गोपाल", "हरि", "ईशान", "जय", "कबीर", "करण", "कार्तिक", "कृष्ण", "कुणाल", "माधव",
    "महेश", "मनीष", "मोहन", "मुकेश", "नवीन", "निखिल", "नितिन", "ओम", "प्रकाश", "प्रणव", "राहुल", "राज", "राजेश",
    "राकेश", "रवि", "ऋषि", "रोहन", "रोहित", "सचिन", "समीर", "संजय", "सिद्धार्थ", "सुरेश", "तरुण", "उदय", "वरुण",
    "विजय", "विक्रम", "विनय", "विवेक", "यश", "शंकर", "श्याम",
];

/// Surnames, in Devanagari.
#[rustfmt::skip]
const SURNAMES_DEVANAGARI: &[&str] = &[
    "शर्मा", "वर्मा", "गुप्ता", "सिंह", "कुमार", "पटेल", "शाह", "मेहता", "देसाई", "जोशी", "त्रिवेदी", "पांडेय",
    "मिश्रा", "तिवारी", "दुबे", "शुक्ला", "चतुर्वेदी", "अग्रवाल", "बंसल", "गोयल", "मित्तल", "जैन", "कपूर", "खन्ना",
    "मल्होत्रा", "चोपड़ा", "अरोड़ा", "भाटिया", "सेठी", "ग्रोवर", "कुलकर्णी", "देशपांडे", "पाटील", "जाधव", "पवार",
    "शिंदे", "गायकवाड़", "चव्हाण", "यादव", "चौहान", "राठौड़", "सोलंकी", "ठाकुर", "रावत", "नेगी", "बिष्ट", "भट्ट",
    "पंत", "सोनी", "व्यास", "परमार", "सक्सेना", "श्रीवास्तव", "निगम", "चौधरी", "राव", "रेड्डी", "नायर", "मेनन",
    "अय्यर",
];
