//! What names are joined of. Some parts are near one another, as in the lists of the world: Bear and
//! Bee, Storm and Stone, Silver and Silken.

/// First words of names of two words.
pub(crate) const ADJECTIVES: &str = "Fancy Charming Mint Predatory Silent Silver Silken Velvet Gilded \
    Hollow Crimson Amber Frozen Restless Cunning Ragged Stone Twisted Salted Copper Wicked Lunar \
    Scarlet Dusty Rusty Plaid Pepper Lemon Cotton Granite Marble Opal Onyx Wandering Grinning Sleepy \
    Hungry Blind Lonely Royal Rogue Vengeful Patient Nimble Quiet Bitter Solar Polar Ancient Hidden";

/// Second words of names of two words.
pub(crate) const ANIMALS: &str = "Bear Bee Kitten Sparrow Panda Spider Jackal Tiger Leopard Buffalo \
    Heron Otter Viper Lynx Raven Falcon Hawk Wolf Mantis Scarab Hyena Crane Crow Cobra Moth Hornet \
    Badger Marten Ibex Gecko Walrus Pelican Mongoose Python Stork Weasel Bison Camel Dolphin Gazelle";

/// Second words of names of two words that are no animals.
pub(crate) const WEATHER: &str = "Sandstorm Storm Typhoon Blizzard Tempest Sleet Hail Lightning Tsunami \
    Flood Rain Dust Monsoon Squall Thunder Cyclone Drizzle Avalanche Frost Mist";

/// First words of names of two words in capitals.
pub(crate) const METALS: &str = "BRONZE COBALT NICKEL CHROME TUNGSTEN ZINC PEWTER BRASS GOLD SILVER IRON \
    TITAN RADIUM QUARTZ JASPER";

/// Second words of names of two words in capitals.
pub(crate) const NOUNS: &str = "MIRAGE BUTLER FOXTAIL ULYSSES ATLAS PRELUDE RIVERSIDE STARLIGHT WINTER \
    HARBOUR LANTERN CANAL KESTREL ORCHARD GYPSUM MEADOW EDISON CITADEL";

/// First parts of names in camel case.
pub(crate) const FIRST: &str = "Muddy Oil Home Copy Dark Sea Cloud Star Night Ghost Rock Tropic Grey Red \
    Black Deep Silk Wind Mole Agri Volt Hexa Snake Stealth Winter Lazy Fox Mud";

/// Later parts of names in camel case.
pub(crate) const LATER: &str = "Water Rig Kittens Justice Cat Hotel Turtle Lotus Phish Scout Falcon Rats \
    Worm Land Tempest Hydra Brew Soldier Shadow Pond Guard Ferret Caracal Hawks Bolt Kit Wave";

/// Beginnings of names in capitals.
pub(crate) const OPENING: &str = "SEA EU TUR KRY GAD NEP VAN MOR HAR ZIR POL THAL BER DYS LAN RHO TEL HOL \
    ARG YTT SAND ROCK";

/// Middles of such names.
pub(crate) const MIDDLE: &str = "BOR RO LI NO DA KI TRA PHO MA VE TO LU";

/// Ends of such names.
pub(crate) const ENDING: &str = "GIUM PIUM LA NIUM DITE RION THOS VEX RAX MIS WORM TIUM";

/// Beginnings of the made-up names of groups.
pub(crate) const ROOTS: &str = "Laz Mol Zarv Kasim Tort Eqv Silv Gor Nar Pold Rav Ked Bahr Ost Vidr Ulm \
    Qash Tav Sorm Drag";

/// Ends of such names.
pub(crate) const ROOT_ENDS: &str = "arin evat an ova illa ation ex onik us imir anda ite oss amut";

/// What groups call themselves.
pub(crate) const GENERIC: &str = "Group Team Group Team Crew Gang Brigade Collective";

/// The world's regions, by names that no list of threat actors has.
pub(crate) const PLACES: &str = "Volga Levant Anatolia Caspia Illyria Thrace Galicia Sogdia Nubia Judea \
    Media Bactria Dacia Phrygia Cilicia Moesia Sarmatia Numidia";

/// Armies of such a region.
pub(crate) const ARMIES: &str = "Cyber_Army_of_@ @_Cyber_Army @_Electronic_Army Cyber_Team_of_@ \
    Sons_of_@ @_Justice_Team Soldiers_of_@ @_Cyber_Group Free_@_Resistance";

/// First words of names in other languages.
pub(crate) const FOREIGN: &str = "Gonjeshk Shahin Tufan Adalat Sepah Narodnaya Černý Águila Jund Kızıl \
    Ayyıldız Beregini Hēi Løve Szürke Ordu Yüksek Niebieski Sögur Lêgion";

/// Second words of such names.
pub(crate) const FOREIGN_SECOND: &str = "Darande Armiya Negra al-Sham Tim Láng Farkas Vlk Noor Kurt \
    Sokół Hürriyet Shab Zemlya Ulv Bozkır Azadi Orzeł";
