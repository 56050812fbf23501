namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Works, games, sports, schools, vehicles, law and the news.</summary>
internal static class LifeKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "genre genres music_genre movie_genre book_genre subgenre film_genre",
            "drama", "comedy", "thriller", "jazz", "rock", "science fiction", "documentary", "classical", "fantasy", "crime", "folk", "romance"),
        new(
            "song song_title track track_name song_name music_track",
            "Slow Morning", "Paper Boats", "Harbour Lights", "Half a Heart", "Northbound", "Sunday Shoes", "Letters Home", "Wild Lavender", "Seven Bridges",
            "Rain on Tin", "Echo Park Avenue"),
        new(
            "artist artist_name band band_name musician composer performer singer album_artist",
            "The Tin Weathervanes", "{person}", "Nordlys Quartet", "Paper Lantern Club", "{first} and the Rivers", "Low Tide Orchestra", "{person} Trio"),
        new(
            "album album_name playlist playlist_name collection_music album_title",
            "Songs for the Late Train", "Kitchen Tapes", "Low Tide", "The Brass Years", "Postcards", "Live at the Old Mill", "Road Trip Favourites",
            "Morning Coffee", "Focus at Work", "Summer {2015-2025}"),
        new(
            "movie movie_title film film_title show show_title series series_title tv_show movie_name show_name episode_title tv_series "
            + "film_name series_name season_title",
            "The Long Harvest", "Midnight in Valparaiso", "The Second Witness", "Northern Static", "A Table for Six", "The Quiet Referee",
            "Last Call at Pier Nine", "Copper Sky", "Three Days in Ghent", "The Snow Line", "The Violin Thief"),
        new(
            "book book_title novel ebook book_name",
            "The Salt Cartographer", "A Winter in Tromso", "Letters to a Lighthouse", "The Glass Orchard", "Nine Quiet Rooms", "The Last Ferry Home",
            "The Beekeeper of Porto", "A Short History of Dust", "The Apprentice Gardener", "Night Train to Trieste"),
        new("isbn isbn13 isbn_13", "97880{0:8}", "97814{0:8}"),
        new("issn", "{9:4}-{0:4}"),
        new(
            "artwork artwork_title painting art_piece artwork_name sculpture",
            "Harbour at Dusk", "Woman with Lute", "Study in Grey", "The Red Bridge", "Still Life with Pears", "Winter Orchard", "Composition {2-40}"),
        new(
            "art_style style art_movement artistic_style design_style style_name artistic_medium art_form graphical_style",
            "abstract", "impressionist", "baroque", "minimalist", "pop art", "surreal", "art deco", "modern", "classic", "rustic"),
        new(
            "game game_name game_title video_game board_game",
            "Harbour Masters", "Starfall Arena", "Pixel Gardens", "Rally Nights", "Castle of Embers", "Word Weaver", "Tidebreakers", "Sky Couriers",
            "Island Traders", "Chess Club Open"),
        new("game_mode game_type difficulty_mode match_type play_mode", "solo", "co-op", "ranked", "casual", "tournament", "survival"),
        new(
            "weapon spell item_game power ability move_name card_name pokemon champion",
            "iron longsword", "frost arrow", "healing light", "oak shield", "ember staff", "shadow step", "storm hammer", "thorn whip"),
        new(
            "character character_name hero npc class_game",
            "Captain Ilva", "Brother Tamsin", "Rook", "Old Marrow", "Lady Fenwick", "Juno the Fixer", "Sergeant Okoro"),
        new(
            "sport sport_name sport_type sports discipline_sport sport_title",
            "football", "tennis", "basketball", "swimming", "cycling", "climbing", "badminton", "rowing", "handball", "ice hockey"),
        new(
            "league league_name competition competition_name tournament tournament_name championship cup",
            "Premier League", "Serie A", "Bundesliga", "City Cup {2020-2025}", "Coastal Open {2020-2025}", "Champions League", "Nordic Masters",
            "Winter League {2020-2025}"),
        new(
            "home_team away_team team_sport club sports_team club_name team_city opponent winner winning_team team_abbreviation",
            "{city} Rovers", "{city} United", "{city} Athletic", "{city} Falcons", "FC {city}", "{city} City"),
        new(
            "school school_name university college university_name campus_name alma_mater education_institution academy school_district "
            + "college_name training_center",
            "University of {city}", "{city} Technical College", "Lakeside High School", "St. Anne's School {city}", "{city} Evening College",
            "Institute of Design {city}", "Hilltop Primary School"),
        new(
            "course course_name course_title lesson lesson_title class_name training_name module_title training_program education_program "
            + "class_title learning_path curriculum lecture course_code_name study_program academic_program programme",
            "Introduction to Statistics", "Creative Writing", "Data Structures", "Organic Chemistry", "Conversational Spanish", "Project Management Basics",
            "Linear Algebra", "Digital Photography", "First Aid", "Public Speaking", "Machine Learning in Practice", "Food Hygiene"),
        new("course_code class_code module_code subject_code", "{A:4}{100-480}", "{A:2}-{100-480}"),
        new(
            "degree education_level qualification_level education academic_level degree_name level_of_education highest_education school_level "
            + "grade_level student_level academic_degree",
            "bachelor's degree", "master's degree", "doctorate", "secondary school", "vocational training", "diploma", "grade {1-12}"),
        new(
            "grade letter_grade rating_letter credit_rating score_letter risk_rating quality_grade energy_class rating_text energy_rating "
            + "bond_rating esg_rating",
            "A", "A-", "B+", "B", "C", "AA", "BBB+"),
        new("academic_year semester school_year academic_term academic_period", "{2020-2025}/26", "autumn {2020-2025}", "spring {2021-2026}"),
        new(
            "subject_name school_subject study_subject subject_taught",
            "mathematics", "biology", "history", "chemistry", "geography", "music", "physics", "art", "economics", "literature"),
        new(
            "question question_text poll_question survey_question prompt_question question_title trivia question_body quiz_question "
            + "interview_question",
            "How satisfied are you with {purpose}?", "Which city do you live in?", "What could we do better about {purpose}?",
            "How often do you use the {product}?", "Would you recommend {company}?", "When does the {city} office open?",
            "Who approves {purpose} requests?", "Why was order {9:5} returned?"),
        new(
            "answer answer_text response_text reply_text choice_text correct_answer user_answer default_answer selected_answer response "
            + "answer_option generated_text completion_text output_text assistant_message user_response choice option option_text option_label "
            + "choices answer_choice",
            "Yes, twice a week.", "The office in {city} opens at {7-10} o'clock.", "Mostly by phone.", "Not yet, planned for {January|March|June|October}.",
            "{person} approves them.", "About {10-90} percent.", "Only on weekdays.", "The {product} arrived damaged."),
        new("make car_make vehicle_make auto_make automaker", "Toyota", "Volkswagen", "Renault", "Hyundai", "Volvo", "Mazda", "Skoda", "Kia", "Ford", "Fiat"),
        new(
            "car_model vehicle_model vehicle_name car vehicle model_car car_name truck",
            "Toyota Corolla", "VW Golf", "Renault Clio", "Hyundai i30", "Volvo XC40", "Skoda Octavia", "Kia Sportage", "Ford Transit", "Fiat Panda",
            "Mazda CX-5"),
        new(
            "model product_model model_code equipment_model_name printer_model modelname camera_model",
            "{A:2}-{9:4}", "{A:1}{100-990}{X|S|Pro| Plus}", "Series {1-9}{00|50}", "Model {A|B|C|D}{1-9}"),
        new("vin suggested_vin vehicle_identification_number", "WVWZZZ1K{A:1}{9:8}", "VF1{A:5}{9:9}", "1HGCM{9:5}A{9:6}"),
        new(
            "license_plate plate plate_number number_plate registration_plate vehicle_registration licence_plate registration reg_number",
            "{A:3}-{9:4}", "{A:1}-{A:2} {9:4}", "{A:2}{00-99} {A:3}"),
        new("transmission transmission_type gearbox transmission_style", "manual", "automatic", "dual-clutch", "CVT"),
        new("drive_type drivetrain drive_line", "front-wheel drive", "rear-wheel drive", "all-wheel drive"),
        new("engine_model engine_configuration engine_size displacement", "1.6 TDI", "2.0 TSI", "V6 3.0", "electric 150 kW", "{900-2400} cc"),
        new(
            "law law_name statute regulation act legislation regulation_name code_section legal_basis standard standard_name norm specification "
            + "compliance_standard framework_compliance compliance_framework control_framework benchmark",
            "GDPR", "ISO 27001", "ISO 9001", "PCI DSS 4.0", "HIPAA", "SOC 2", "NIST SP 800-53", "EN 16931", "CIS Benchmark 2.0"),
        new(
            "section_number clause control_number control_identifier paragraph_number section_code clause_number control "
            + "enabled_control_identifier",
            "§ {1-90}", "Art. {1-99}", "{1-18}.{1-9}.{1-9}", "AC-{1-25}", "Section {1-40}"),
        new("court court_name tribunal", "District Court {city}", "Regional Court {city}", "High Court", "Court of Appeal {city}"),
        new(
            "case_number docket_number case_reference file_reference case_no docket",
            "{2015-2025}-CV-{0:5}", "{1-40} O {9:3}/{15-25}", "C-{100-800}/{15-25}"),
        new(
            "jurisdiction governing_law legal_jurisdiction registered_jurisdiction authority issuing_authority government_agency regulator "
            + "ministry jurisdiction_name registration_authority",
            "England and Wales", "Delaware", "Ontario", "Bavaria", "European Union", "New South Wales", "City of {city}", "{country}"),
        new("political_party party party_name", "Liberal Party", "Green Alliance", "Social Democrats", "Centre Party", "Conservatives"),
        new("election office_election", "General election {2015-2025}", "Mayor of {city}", "Senate {2016-2024}"),
        new("patent_number patent trademark_number", "EP{9:7}B1", "US{9:8}B2", "WO{2005-2025}{9:6}A1"),
        new(
            "holiday holiday_name public_holiday festival",
            "New Year's Day", "Labour Day", "Easter Monday", "Christmas Day", "Diwali", "Thanksgiving", "Bastille Day"),
        new("zodiac_sign zodiac star_sign", "Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio", "Capricorn", "Pisces"),
        new(
            "historical_period era period_historical century epoch",
            "Renaissance", "Bronze Age", "19th century", "Roman Republic", "Middle Ages", "Edo period", "Cold War"),
        new(
            "historical_event event_historical battle war",
            "French Revolution", "Fall of the Berlin Wall", "Battle of Hastings", "Moon landing", "Treaty of Westphalia"),
        new("deity god mythological_creature myth", "Athena", "Odin", "Anubis", "Quetzalcoatl", "Brigid"),
        new("instrument_musical musical_instrument", "violin", "piano", "cello", "flute", "guitar", "trumpet", "oboe"),
        new("musical_key key_musical scale chord", "C major", "A minor", "G major", "E flat major", "D dorian"),
        new("tempo rhythm beat", "allegro", "andante", "{60-180} bpm"),
        new(
            "word search_word english_word vocabulary_word synonym lemma",
            "harbour", "bright", "gather", "silence", "lantern", "swift", "meadow", "bargain", "winter", "curious"),
        new("quote_text quotation proverb", "Well begun is half done.", "Many hands make light work.", "Still waters run deep.", "Practice makes perfect."),
        new("pronunciation phonetic ipa transcription_phonetic", "/ˈhɑːbə/", "/braɪt/", "/ˈlæntən/", "/swɪft/"),
        new("part_of_speech pos", "noun", "verb", "adjective", "adverb"),
        new(
            "emoji icon icon_name emoji_code symbol_name glyph",
            "star", "bell", "calendar", "truck", "leaf", "heart", "flag", "home", "chart-bar", "check-circle"),
    ];
}
