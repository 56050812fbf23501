namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Goods, orders and parcels.</summary>
internal static class CommerceKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "product product_name item item_name product_title article merchandise food_item_name line_item product_description_short offer_name "
            + "goods sku_name item_title catalog_item primary_product offer offer_title listing_name variant_name item_description "
            + "product_display_name",
            "{product}", "{product} {Classic|Mini|Pro|Plus|Lite}", "{product}, {black|blue|green|grey|red}"),
        new(
            "product_type product_category item_category merchandise_category product_group item_type product_class category_name item_group "
            + "department_category commodity commodity_name product_line product_kind product_family goods_type catalog_category "
            + "marketing_category merchandise_type",
            "Home & Garden", "Electronics", "Footwear", "Kitchenware", "Office supplies", "Sporting goods", "Toys", "Books", "Groceries", "Pet supplies",
            "Clothing", "Lighting"),
        new(
            "category_path breadcrumb taxonomy product_taxonomy google_product_category",
            "Home > Kitchen > {product}", "Electronics > Audio > {product}", "Sports > Outdoor > {product}", "Office > Supplies > {product}"),
        new(
            "brand brand_name make_brand product_brand",
            "Northpeak", "Lumora", "Kettel & Sons", "Bravo Gear", "Fjordline", "Casa Verde", "Acme", "Solis", "Tandem Works", "Hearthstone"),
        new(
            "sku sku_code item_sku product_sku variant_sku item_code product_code article_number stock_keeping_unit item_number product_number "
            + "part_number mpn manufacturer_part_number catalog_number model_number part_no material_number seller_sku article_code item_no "
            + "style_number merchant_sku part catalogue_number buyers_item_identification sellers_item_identification item_identifier",
            "{A:2}-{9:4}", "{A:3}{9:5}", "{9:6}-{A:1}{9:1}", "{A:4}-{A:3}-{9:2}"),
        new("ean upc gtin barcode ean_code gtin13 upc_code", "40{0:11}", "0{9:11}", "59{0:11}"),
        new("hs_code tariff_code commodity_code customs_code hts_code harmonized_code unspsc cpv_code", "{9:4}.{0:2}", "{9:4}.{0:2}.{0:2}", "{9:8}"),
        new("serial_number sn serial serialnumber device_serial serial_no", "SN{9:8}", "{A:2}{9:2}{A:1}{9:6}", "{9:4}{A:4}{9:4}"),
        new("lot_number batch_number lot batch batch_code batch_name batch_reference", "LOT-{9:5}", "B{9:6}", "{2023-2025}{A:1}{9:3}"),
        new(
            "tracking_number tracking_code tracking waybill consignment_number tracking_no awb shipment_number parcel_number",
            "1Z{A:3}{9:12}", "{9:12}", "JD{9:16}", "RR{9:9}DE"),
        new(
            "carrier shipping_carrier carrier_name courier shipping_company carrier_code freight_carrier",
            "DHL", "UPS", "FedEx", "DPD", "Royal Mail", "PostNL", "GLS", "USPS", "Hermes", "La Poste"),
        new(
            "shipping_method delivery_method shipping_service delivery_type shipping_option ship_method delivery_option shipping "
            + "delivery_service service_code fulfillment_type fulfillment_method shipping_type transport_mode delivery_mode shipping_speed "
            + "fulfilment_option blocked_delivery_option allowed_delivery_option delivery_mechanism",
            "standard", "express", "overnight", "pickup", "economy", "same-day", "freight", "letter post"),
        new("incoterm incoterms delivery_terms", "EXW", "FOB", "CIF", "DAP", "DDP", "FCA"),
        new(
            "order_number order_no order_code order_name sales_order order_key confirmation_number booking_number confirmation_code "
            + "reservation_number record_locator pnr booking_code reservation_code order_identifier",
            "{9:7}", "SO-{9:5}", "{A:2}{9:6}", "{A:6}"),
        new(
            "order_status fulfillment_status shipment_status delivery_status order_state shipping_status tracking_status fulfilment_state",
            "pending", "processing", "shipped", "delivered", "cancelled", "returned", "on hold"),
        new(
            "order_type sales_channel order_source channel_order purchase_type order_channel",
            "web", "phone", "store", "marketplace", "wholesale", "subscription"),
        new(
            "coupon coupon_code promo_code discount_code voucher_code promotion_code voucher gift_card_code redeem_code referral_code offer_code "
            + "invite_code promo promotion_name referral",
            "SAVE{5-40}", "SPRING{9:2}", "WELCOME{5-30}", "THANKS{9:3}", "FREESHIP{9:2}"),
        new("discount_type promotion_type coupon_type discount_mode", "percentage", "fixed_amount", "free_shipping", "buy_one_get_one"),
        new(
            "warehouse warehouse_name stock_location inventory_location fulfillment_center depot distribution_center warehouse_code bin_location",
            "{city} warehouse", "WH-{A:3}{1-9}", "{city} North depot", "Aisle {1-24}, shelf {A:1}{1-9}", "{city} fulfilment centre"),
        new("size product_size item_size clothing_size shoe_size garment_size", "S", "M", "L", "XL", "{36-46}", "250 ml", "one size", "{10-90} x {10-90} cm"),
        new(
            "color colour color_name background_color text_color primary_color border_color hair_color eye_color foreground_color fill_color "
            + "line_color font_color theme_color accent_color pen_colour party_colour secondary_color exterior_color label_color brand_color "
            + "stroke_color button_color car_color",
            "red", "blue", "green", "black", "white", "orange", "purple", "grey", "teal", "#{F:6}", "navy", "#{F:6}"),
        new("hex_color color_hex color_code rgb_color html_color hex colour_code", "#{F:6}"),
        new(
            "material fabric materials composition material_name upholstery",
            "oak", "stainless steel", "cotton", "wool", "aluminium", "leather", "ceramic", "bamboo", "linen", "glass", "polypropylene",
            "recycled polyester"),
        new(
            "unit unit_of_measure uom measurement_unit unit_name base_unit unit_code size_unit quantity_unit display_unit unit_symbol "
            + "metric_unit capacity_unit price_unit measure_unit unit_type",
            "kg", "piece", "litre", "box", "hour", "metre", "g", "ml", "pallet", "km", "m2", "kWh"),
        new("weight_unit mass_unit", "kg", "g", "lb", "oz", "t"),
        new("length_unit distance_unit dimension_unit radius_unit", "cm", "m", "km", "in", "ft", "mi"),
        new("temperature_unit temp_unit", "celsius", "fahrenheit", "kelvin"),
        new("time_unit duration_unit interval_unit period_unit", "day", "hour", "week", "month", "minute", "second"),
        new("unit_system measurement_system units", "metric", "imperial", "standard", "si"),
        new(
            "packaging packaging_type container_type package_kind container_size box_type",
            "carton", "pallet", "envelope", "tube", "crate", "20ft container", "40ft container", "bag"),
        new("product_condition item_condition condition_name condition_type", "new", "used - good", "refurbished", "like new", "open box", "used - fair"),
        new(
            "availability stock_status availability_status inventory_status stock_level_status",
            "in stock", "out of stock", "preorder", "backorder", "limited", "discontinued"),
        new(
            "store store_name shop shop_name branch_location outlet retailer store_location merchant_store retail_store seller marketplace "
            + "marketplace_name",
            "{city} Main Street", "{company} {city}", "{city} outlet", "{company} online shop", "{city} airport shop"),
        new(
            "customer_type customer_group customer_segment segment segment_name audience target_audience contact_type user_type member_type "
            + "customer_category audience_name buyer_type visitor_type user_category customer_class contact_class guest_type party_type "
            + "client_group",
            "retail", "wholesale", "vip", "new customers", "returning customers", "students", "business", "partner", "employee", "newsletter readers"),
        new(
            "lead_source acquisition_channel source_channel referral_source contact_source",
            "website", "referral", "trade fair", "newsletter", "partner", "cold call", "social media"),
        new(
            "campaign campaign_name utm_campaign ad_campaign marketing_campaign google_analytics_campaign ad_group ad_group_name ad_name",
            "Spring sale {2023-2025}", "{Purpose} relaunch", "Back to school", "{city} opening", "{product} launch", "Winter clearance",
            "{purpose}-retargeting-{1-9}"),
        new(
            "channel marketing_channel communication_channel contact_channel support_channel notification_channel delivery_channel "
            + "device_channel medium utm_medium preferred_channel message_channel channel_type contact_method preferred_contact_method "
            + "communication_type notification_type distribution_channel channels",
            "email", "sms", "phone", "push", "chat", "social", "web", "postal mail", "in-app"),
        new("warranty warranty_type guarantee", "24 months", "12 months", "lifetime", "5 years, parts only", "none"),
        new(
            "return_reason refund_reason cancellation_reason cancel_reason dispute_reason chargeback_reason",
            "Wrong size", "Arrived damaged", "Ordered by mistake", "Found a better price", "No longer needed", "Late delivery", "Not as described"),
        new("nutrition_grade nutriscore", "A", "B", "C", "D", "E"),
        new("calorie energy_kcal kcal calories", "{40-900} kcal", "{90-2400} kJ"),
        new(
            "carbohydrate fat protein_amount sodium cholesterol selenium fiber sugar carb carbs nutrient_amount saturated_fat vitamin "
            + "iron_amount calcium potassium",
            "{1-60} g", "{1-900} mg", "{1-90}.{0-9} g"),
        new(
            "taste texture flavour flavor_profile aroma mouthfeel",
            "mild and sweet", "firm", "nutty", "delicate, flaky", "rich", "slightly salty", "buttery", "crisp"),
        new(
            "wine drink beverage cocktail",
            "Riesling", "Pinot Noir", "mint lemonade", "espresso", "Chardonnay", "ginger beer", "green tea", "Rioja", "apple cider", "Malbec"),
        new("serving servings portion serving_size portion_size", "{1-8}", "100 g", "{1-4} cups", "1 slice", "{20-90} ml"),
        new("aisle shelf rack", "Aisle {1-24}", "Bakery", "Produce", "Frozen", "Shelf {A|B|C}{1-9}"),
        new(
            "allergen allergens diet dietary_restriction diet_type dietary_preference dietary_requirement",
            "vegan", "vegetarian", "gluten-free", "halal", "kosher", "lactose-free", "nut-free", "low-carb"),
        new(
            "ingredient ingredients ingredient_name included_ingredient",
            "onion", "garlic", "olive oil", "flour", "butter", "tomato", "basil", "chicken breast", "rice", "lemon", "ginger", "chickpeas"),
        new(
            "dish dish_name recipe_name recipe meal_name meal food_name dish_type_name menu_item food food_item",
            "Margherita pizza", "Mushroom risotto", "Lentil soup", "Lamb tagine", "Pad thai", "Vegetable curry", "Caesar salad", "Miso ramen",
            "Apple strudel", "Beef bourguignon", "Pumpkin ravioli", "Fish and chips"),
        new(
            "cuisine cuisine_type food_type",
            "Italian", "Indian", "Mexican", "Japanese", "Lebanese", "Greek", "Thai", "French", "Ethiopian", "Korean", "Spanish"),
        new("meal_type dish_type course_type meal_plan board_type", "breakfast", "lunch", "dinner", "snack", "dessert", "starter", "main course", "drinks"),
    ];
}
