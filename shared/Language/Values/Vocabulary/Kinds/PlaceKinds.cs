namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Addresses, places, travel and weather.</summary>
internal static class PlaceKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "street street_name street_address address_line address_line1 address_line_1 line1 address1 street1 line_1 address_1 "
            + "shipping_address billing_address mailing_address delivery_address home_address property_address full_address formatted_address "
            + "postal_address street_line1 registered_address pickup_address recipient_address sender_address work_address address address_text "
            + "venue_address location_address registered_office_address street_line physical_address business_address residential_address "
            + "address_string company_address destination_address origin_address place_address",
            "{1-220} Maple Street", "{1-220} Station Road", "{1-220} Harbor Lane", "{1-220} Park Avenue", "{1-220} Mill Road", "{1-220} Cedar Drive",
            "{1-220} High Street", "Hauptstrasse {1-90}", "{1-90} Rue de la Paix", "Calle Mayor {1-90}", "{1-220} Church Lane", "Via Roma {1-90}"),
        new(
            "address_line2 address_line_2 line2 address2 street2 line_2 unit_number apartment apartment_number suite line3 address_line3 "
            + "address3 line_3 address_2 street_line2 sub_block block_unit flat unit_address address_line_3 address_line4 line4 apt",
            "Apt {1-40}{A|B|C}", "Suite {100-990}", "Floor {1-12}", "Unit {1-60}", "Building {A|B|C|D}", "c/o {company}"),
        new("po_box post_box postbox box post_office_box", "PO Box {100-9800}", "P.O. Box {9:3}"),
        new("care_of address_continued addressee", "c/o {person}", "c/o {company}"),
        new("house_number building_number street_number house building_no premise", "{1-220}", "{1-90}{a|b}"),
        new(
            "building building_name block site site_name campus facility facility_name branch_site plant_name property_site office office_name "
            + "location_site institution_site site_location",
            "{city} campus", "Building {A|B|C|D}", "{city} North plant", "Riverside House", "Tower {1-4}", "{city} office", "Old Mill building"),
        new("floor level_floor storey", "ground floor", "{1-24}", "mezzanine", "basement"),
        new("rainfall evaporation precipitation snowfall rain", "{0-60}.{0-9} mm", "{0-30} mm"),
        new("wind wind_text", "{N|NE|SW|W|SE} {2-40} km/h"),
        new(
            "city town city_name locality destination departure_city arrival_city city_town municipality place_of_birth birth_place birthplace "
            + "destination_city post_town departure arrival from to from_city to_city destination_name urban_area village suburb settlement "
            + "hometown city_locality municipality_name",
            "{city}"),
        new(
            "country country_name nation country_of_origin nationality_country home_country country_of_residence birth_country target_country "
            + "destination_country issuing_country country_of_birth billing_country jurisdiction_country residence_country origin_country",
            "{country}"),
        new(
            "country_code iso_country_code country_iso country_iso2 alpha_2 alpha2 iso2 country_code_iso nationality_code issuing_country_code "
            + "target_countries countries_code region_code_country iso_code iso iso_country country_alpha2",
            "{code}"),
        new(
            "country_iso3 alpha_3 alpha3 iso3 cca3 country_code3",
            "PRT", "DEU", "CAN", "KEN", "JPN", "USA", "FRA", "AUS", "IND", "ESP", "NOR", "KOR", "ZAF", "GBR", "BRA", "MEX"),
        new("continent continent_name world_region", "Europe", "Africa", "Asia", "North America", "South America", "Oceania"),
        new(
            "nationality citizenship",
            "Portuguese", "German", "Canadian", "Kenyan", "Japanese", "French", "Indian", "Spanish", "Korean", "Norwegian", "Brazilian", "Dutch"),
        new(
            "state_province province state_name province_name state_or_province region_name administrative_area administrative_area_level_1 "
            + "county county_name district district_name prefecture admin_area address_state sub_region subregion sales_region geographic_region "
            + "region_text governorate neighborhood neighbourhood state_region area_name territory state_or_region geo_region",
            "Lisboa", "Bavaria", "Ontario", "Colorado", "New South Wales", "Maharashtra", "Illinois", "Texas", "Western Cape", "Catalonia", "Provence",
            "Hokkaido", "Yorkshire", "Tuscany", "Flanders"),
        new(
            "state_code province_code region_code state_iso state_abbreviation subdivision_code address_state_code iso_3166_2",
            "CA", "TX", "NY", "CO", "IL", "WA", "ON", "BC", "NSW", "MA", "FL", "OR"),
        new(
            "postal_code zip zip_code postcode post_code zipcode postal zip_postal_code postal_code_text plz pincode pin_code",
            "{9:5}", "{A:2}{1-20} {1-9}{A:2}", "{9:4} {A:2}", "{A:1}{1-9}{A:1} {1-9}{A:1}{1-9}"),
        new("latitude lat geo_lat", "{1-60}.{9:4}", "-{1-40}.{9:4}"),
        new("longitude lon lng geo_lon long", "{1-140}.{9:4}", "-{1-120}.{9:4}"),
        new(
            "coordinates lat_lng latlng geo geolocation coordinate geo_point gps lat_long point geo_location position_gps geo_position center "
            + "lat_lon location_coordinates gps_coordinates geo_coordinates bias_location",
            "{1-60}.{9:4},{1-140}.{9:4}", "-{1-40}.{9:4},{1-140}.{9:4}", "{1-60}.{9:4},-{1-120}.{9:4}"),
        new(
            "bounding_box bbox bounds viewport_bounds extent",
            "{1-9}.{9:2},{40-49}.{9:2},{10-19}.{9:2},{50-59}.{9:2}", "-{1-9}.{9:2},{40-49}.{9:2},{1-9}.{9:2},{50-59}.{9:2}"),
        new(
            "geometry wkt geo_shape polygon geom geojson shape_wkt",
            "POINT({1-60}.{9:4} {1-60}.{9:4})", "POLYGON(({1-9} {40-49}, {10-19} {40-49}, {10-19} {50-59}, {1-9} {40-49}))",
            "LINESTRING({1-9} {40-49}, {10-19} {50-59})"),
        new("geohash plus_code what3words", "{a:2}{9:2}{a:3}", "{9:4}{A:2}{9:2}+{A:2}"),
        new(
            "location location_name place place_name venue venue_name location_text meeting_place event_location pickup_location "
            + "dropoff_location home_location current_location point_of_interest area location_label poi area_of_interest location_address_name "
            + "job_location incident_location start_location end_location search_location service_area coverage_area location_display "
            + "habitat_location work_location",
            "{city}", "{place}", "{city} Conference Centre", "Old Town Museum, {city}", "{city} Central Station", "Harbour Lighthouse",
            "Riverside Park, {city}"),
        new(
            "directions access_instructions arrival_instructions directions_text",
            "Take exit {1-60} and follow the signs to the harbour.", "Two minutes on foot from {city} Central Station.",
            "Enter through gate {1-12}; parking is behind the hall."),
        new(
            "airport airport_code iata iata_code departure_airport arrival_airport origin_airport destination_airport airport_iata "
            + "origin_location_code destination_location_code city_code origin_code destination_code from_airport to_airport "
            + "departure_airport_code arrival_airport_code location_code",
            "LIS", "BER", "YYZ", "NBO", "KIX", "DEN", "LYS", "SYD", "BOM", "MAD", "ORD", "OSL", "ICN", "AUS", "CPT", "LHR", "AMS", "FCO"),
        new(
            "airport_name",
            "Lisbon Humberto Delgado Airport", "Berlin Brandenburg Airport", "Toronto Pearson Airport", "Heathrow Airport", "Oslo Gardermoen",
            "Denver International Airport", "Amsterdam Schiphol"),
        new("icao icao_code airport_icao", "LPPT", "EDDB", "CYYZ", "EGLL", "ENGM", "KDEN", "EHAM", "LFPG", "WSSS"),
        new(
            "airline airline_name operating_carrier marketing_carrier carrier_airline",
            "TAP Air Portugal", "Lufthansa", "Air Canada", "KLM", "Qantas", "Iberia", "SAS", "Kenya Airways", "Finnair", "ANA"),
        new(
            "airline_code carrier_iata operating_carrier_code marketing_carrier_code airline_iata validating_airline_code",
            "TP", "LH", "AC", "KL", "QF", "IB", "SK", "KQ", "AY", "NH"),
        new("flight_number flight flight_no flight_code", "{A:2}{9:3}", "LH{9:3}", "KL{9:4}", "AC{9:3}"),
        new(
            "aircraft aircraft_type aircraft_code airplane plane equipment_type_aircraft",
            "Airbus A320", "Boeing 737-800", "Embraer 190", "Airbus A350-900", "Boeing 787-9", "ATR 72", "Dash 8-400"),
        new(
            "cabin cabin_class travel_class seat_class booking_class fare_class service_class class_of_service",
            "economy", "premium economy", "business", "first"),
        new("seat seat_number seat_no", "{1-34}{A|B|C|D|E|F}"),
        new("gate gate_number boarding_gate terminal_name departure_terminal arrival_terminal", "{A|B|C|D}{1-48}", "{1-5}", "Terminal {1-4}"),
        new(
            "station station_name stop stop_name train_station departure_station arrival_station bus_stop platform_station weather_station "
            + "next_stop from_station to_station stop_point terminus",
            "{city} Central", "{city} Harbour Front", "{city} North Gate", "University", "Market Square", "{city} South Junction", "West Park",
            "City Hall"),
        new(
            "line_name line transit_line route_name bus_line train_line bus_route route_short_name train_number line_code trip_headsign "
            + "line_number",
            "U{1-9}", "Line {1-40}", "IC {100-990}", "S{1-9}", "Bus {10-190}", "{city} - {city} express", "RE{1-20}"),
        new(
            "trip_name itinerary tour tour_name route_title trip trail trail_name hike",
            "Weekend in {city}", "{city} old town walk", "{country} by train", "Coast road from {city}", "Three days in {city}", "{city} harbour loop"),
        new(
            "vehicle_type transport_type travel_mode mode_of_transport transportation_mode vehicle_class car_type vehicle_category route_mode "
            + "transport_method vehicle_kind car_class body_class body_style",
            "car", "bus", "train", "bicycle", "van", "ferry", "tram", "truck", "suv", "motorcycle"),
        new(
            "hotel hotel_name accommodation accommodation_name lodging resort hotel_title",
            "Hotel Miramar", "Grand Central Hotel {city}", "Riverside Lodge", "Hotel Bellevue", "Seaview Resort", "Park Plaza {city}", "Alpenblick Inn",
            "The Linden", "Casa do Largo", "{city} Harbour Hotel"),
        new("hotel_chain chain chain_name", "Northern Stays", "Bellevue Hotels", "Harbour Group", "Casa Collection", "Urban Rest"),
        new(
            "room room_name room_number meeting_room room_type_name conference_room classroom",
            "Room {100-480}", "{100-480}", "Meeting room {A|B|C|D}", "Lecture hall {1-9}", "Garden room"),
        new(
            "device_room sensor_room scene_room appliance_room light_room thermostat_room",
            "Living room", "Kitchen", "Bedroom", "Hallway", "Bathroom", "Garage", "Study", "Garden", "Nursery", "Balcony"),
        new(
            "room_type bed_type accommodation_type property_type_stay room_category lodging_type",
            "single", "double", "twin", "suite", "family room", "studio", "apartment", "dormitory"),
        new(
            "building_type real_estate_type dwelling_type house_type housing_type home_type residence_type",
            "apartment", "house", "townhouse", "studio", "office", "retail", "land", "warehouse"),
        new(
            "amenity amenities room_feature hotel_amenity facility_type room_amenity",
            "free Wi-Fi", "parking", "breakfast", "swimming pool", "gym", "air conditioning", "pet friendly", "airport shuttle", "sauna", "bicycle rental"),
        new(
            "restaurant restaurant_name cafe bar",
            "Trattoria Lucia", "The Copper Pot", "Green Papaya", "Saffron Table", "Harbour Grill", "Kimchi Corner", "The Olive Press", "Blue Door Bistro",
            "Casa Paloma", "The Noodle Bar"),
        new(
            "weather weather_condition conditions_weather forecast weather_description condition_text weather_main sky_condition sky "
            + "weather_text",
            "sunny", "partly cloudy", "light rain", "overcast", "thunderstorm", "windy", "snow showers", "fog", "clear night", "drizzle"),
        new(
            "wind_direction direction_wind compass_direction heading bearing aspect cardinal_direction wind_dir orientation_compass",
            "N", "NE", "E", "SE", "S", "SW", "W", "NW", "NNW", "ESE"),
        new("season season_name migration_season growing_season", "spring", "summer", "autumn", "winter"),
        new("time_of_day day_part daypart", "morning", "noon", "afternoon", "evening", "night"),
        new(
            "climate climate_zone biome habitat landscape terrain land_cover vegetation habitat_type",
            "temperate forest", "grassland", "coral reef", "wetland", "desert", "tundra", "rainforest", "Mediterranean scrub", "river delta",
            "alpine meadow"),
        new(
            "river lake mountain sea water_body body_of_water watershed river_name island waterbody",
            "Rhine", "Douro", "Lake Ontario", "Mount Kenya", "Danube", "Oslofjord", "Lake Geneva", "Table Mountain", "River Thames", "Tagus"),
        new(
            "opening_hours hours business_hours working_hours hours_of_operation open_hours store_hours office_hours hour_of_operation "
            + "availability_hours delivery_window service_hours time_slot slot time_window maintenance_window preferred_maintenance_window "
            + "backup_window preferred_backup_window time_range pickup_window appointment_slot visiting_hours daily_window available_time",
            "Mo-Fr {07-10}:00-{16-20}:00", "{08-11}:00-{12-17}:{00|30}", "Mon-Sat {07-10}:00-18:00",
            "{mon|tue|wed|thu|sun}:{00-05}:00-{mon|tue|wed|thu|sun}:{06-09}:30", "daily {09-11}:00-{17-22}:00"),
    ];
}
