//! Names as they are common in English-speaking countries.

use super::people::Names;

/// English names.
pub(super) const ENGLISH: Names = Names { female: FEMALE, male: MALE, surnames: SURNAMES, with_infix: &[] };

/// Girls and women.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "Olivia", "Emma", "Amelia", "Charlotte", "Ava", "Sophia", "Isabella", "Mia", "Evelyn", "Harper", "Luna",
    "Camila", "Grace", "Chloe", "Lily", "Ella", "Zoe", "Hannah", "Layla", "Nora", "Hazel", "Violet", "Aurora",
    "Stella", "Lucy", "Ruby", "Alice", "Daisy", "Florence", "Freya", "Ivy", "Poppy", "Rosie", "Elsie", "Maya",
    "Naomi", "Clara", "Eliza", "Jade", "Erin", "Holly", "Imogen", "Georgia", "Phoebe", "Beatrice", "Matilda",
    "Martha", "Edith", "Thea", "Orla", "Niamh", "Jessica", "Rebecca", "Rachel", "Claire", "Karen", "Julie",
    "Andrea", "Angela", "Monica", "Denise", "Valerie", "Heather", "Kimberly", "Tracy", "Joanna", "Diane", "Teresa",
    "Gloria", "Janet", "Carol", "Shannon",
];

/// Boys and men.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "Liam", "Noah", "Oliver", "James", "Elijah", "William", "Henry", "Lucas", "Theodore", "Jack", "Levi",
    "Alexander", "Mason", "Ethan", "Daniel", "Jacob", "Michael", "Samuel", "Owen", "Leo", "Hudson", "Wyatt",
    "Julian", "Isaac", "Charlie", "George", "Arthur", "Freddie", "Archie", "Alfie", "Oscar", "Harry", "Reuben",
    "Jude", "Toby", "Felix", "Miles", "Nathan", "Caleb", "Connor", "Dylan", "Finley", "Callum", "Rory", "Declan",
    "Patrick", "Brian", "Kevin", "Steven", "Mark", "Paul", "Andrew", "Peter", "Simon", "Graham", "Keith", "Neil",
    "Adrian", "Marcus", "Derek", "Trevor", "Vincent", "Gregory", "Philip", "Russell", "Curtis", "Dennis", "Douglas",
    "Howard", "Gordon", "Martin", "Colin",
];

/// Surnames.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "Smith", "Johnson", "Williams", "Brown", "Jones", "Miller", "Davis", "Wilson", "Anderson", "Taylor", "Thomas",
    "Moore", "Jackson", "Martin", "Lee", "Thompson", "White", "Harris", "Clark", "Lewis", "Robinson", "Walker",
    "Young", "Allen", "King", "Wright", "Scott", "Hill", "Green", "Adams", "Baker", "Nelson", "Hall", "Campbell",
    "Mitchell", "Carter", "Roberts", "Phillips", "Evans", "Turner", "Parker", "Collins", "Edwards", "Stewart",
    "Morris", "Murphy", "Cook", "Rogers", "Morgan", "Cooper", "Peterson", "Bailey", "Reed", "Kelly", "Howard",
    "Ward", "Cox", "Richardson", "Watson", "Brooks", "Wood", "Bennett", "Gray", "Hughes", "Price", "Myers", "Long",
    "Foster", "Sanders", "Ross", "Powell", "Sullivan", "Russell", "Jenkins", "Perry", "Butler", "Barnes", "Fisher",
    "Henderson", "Coleman", "Simmons", "Patterson", "Jordan", "Reynolds", "Hamilton", "Graham", "Wallace", "Cole",
    "West", "Hayes", "Chapman", "Fletcher", "Gibson", "Holmes", "Palmer", "Webb", "Walsh", "Doyle", "Byrne",
    "Quinn", "Sharp", "Marsh", "Pearce", "Knight", "Lloyd", "Barrett", "Booth", "Carr", "Dixon", "Ellis", "Fox",
    "Gardner", "Hart", "Ingram", "Kemp", "Lowe", "Nash", "Osborne", "Pratt", "Rowe", "Shaw", "Tucker",
];
