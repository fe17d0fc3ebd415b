SELECT grant_to_product();
