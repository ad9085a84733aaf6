document.title = "GraphiQL · Parley";
