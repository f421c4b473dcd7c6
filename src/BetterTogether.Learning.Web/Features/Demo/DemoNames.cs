namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>Invented people's names. The two lists have lengths without a common divisor, so walking both at once repeats no pair until every one was used.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Aaliyah", "Callum", "Beatrix", "Chidi", "Danuta", "Ewan", "Farida", "Gethin", "Halima", "Idris", "Jasvinder", "Kerensa", "Lorcan", "Maryam", "Niamh",
        "Olumide", "Parveen", "Rhodri", "Saoirse", "Tendai", "Ursula", "Vikram", "Winifred", "Xin", "Yusuf", "Zuzanna", "Adaeze", "Bronwen", "Catrin", "Dilip",
        "Eilidh", "Femi", "Grace", "Hamish", "Ines", "Jerome", "Kwame", "Leila", "Marek", "Nasreen", "Oisin", "Petra", "Ravinder", "Shanice", "Tomasz",
        "Uzma", "Verity", "Wojciech", "Yetunde", "Zainab", "Ayesha", "Bilal", "Constance", "Dafydd", "Esther", "Faisal", "Gwen", "Hoang", "Isla", "Jacinta", "Keziah",
    ];

    private static readonly string[] Last =
    [
        "Ashdown", "Bielak", "Chaudhry", "Dunmore", "Eze", "Fairweather", "Gakuru", "Hollis", "Ibekwe", "Jarrow", "Kowalik", "Llewelyn", "Mistry", "Nwosu", "Oakeshott",
        "Penhale", "Quarshie", "Rahimi", "Sandhurst", "Tregear", "Umarji", "Vaughan", "Wetherby", "Yilmaz", "Zielinska", "Adeyemo", "Bramhall", "Cullinane", "Dhaliwal", "Elsworth",
        "Farquhar", "Gunaratne", "Hartigan", "Iqbal", "Jessop", "Karimi", "Lomas", "Mbatha", "Nakamura", "Osei", "Pritchett", "Rosario", "Sethi", "Thackray", "Uddin",
        "Venn", "Wainwright", "Yardley", "Zaman", "Abernethy", "Bhogal", "Crowther", "Delacourt", "Ellery", "Fashola", "Gilchrist", "Haddad", "Inglewood", "Janssen", "Kettering",
        "Lindqvist", "Mulholland", "Northcott", "Obafemi", "Pendry", "Rowntree", "Sowerby",
    ];

    public static string Of(int number) => $"{First[number % First.Length]} {Last[number % Last.Length]}";
}
