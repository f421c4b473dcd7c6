namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>A team of the made-up council's Supporting Families Division, and what people do in it. The first title is its manager's.</summary>
internal sealed record DemoTeam(string Name, params string[] Titles);

internal static class DemoTeams
{
    /// <summary>manager@ and worker1 to worker20.</summary>
    public static readonly DemoTeam First = new("Family Support and Protection, Riverside", "Team manager", "Social worker", "Advanced practitioner", "Family support worker", "Newly qualified social worker", "Social worker");

    public static readonly DemoTeam[] Others =
    [
        new("Assessment and Intervention, North", "Team manager", "Social worker", "Advanced practitioner", "Social worker", "Family support worker"),
        new("Assessment and Intervention, South", "Team manager", "Social worker", "Social worker", "Advanced practitioner", "Business support officer"),
        new("Family Support and Protection, Hillside", "Team manager", "Social worker", "Newly qualified social worker", "Family support worker", "Advanced practitioner"),
        new("Children with Disabilities", "Team manager", "Social worker", "Short breaks coordinator", "Occupational therapist", "Family support worker"),
        new("Children Looked After", "Team manager", "Social worker", "Advanced practitioner", "Contact supervisor", "Social worker"),
        new("Edge of Care", "Team manager", "Edge of care practitioner", "Family therapist", "Residential outreach worker"),
        new("Fostering", "Team manager", "Supervising social worker", "Kinship care social worker", "Recruitment officer"),
        new("Through Care", "Team manager", "Personal adviser", "Social worker", "Personal adviser", "Housing support worker"),
        new("Early Help, East Hub", "Early help manager", "Early help practitioner", "Parenting worker", "Young carers worker"),
        new("Early Help, West Hub", "Early help manager", "Early help practitioner", "Family hub worker", "Community connector"),
        new("Youth Justice", "Operations manager", "Youth justice officer", "Restorative justice worker", "Victim liaison worker", "Speech and language therapist"),
        new("Harm Outside the Home", "Team manager", "Exploitation practitioner", "Missing from home worker", "Detached youth worker"),
        new("Family Group Conference and Participation", "Service manager", "Family group conference coordinator", "Participation worker", "Advocacy coordinator"),
        new("Review and Quality Assurance", "Service manager", "Independent reviewing officer", "Conference chair", "Practice auditor"),
    ];

    public static readonly string[] Partners = ["Harbour Street Primary School", "Fenwick Vale Health Trust", "Open Door Young People's Project", "Larkfield Housing Association", "Kestrel Recovery Service"];

    public static readonly string[] Universities = ["Fenwick Vale University", "Northmere College"];
}
