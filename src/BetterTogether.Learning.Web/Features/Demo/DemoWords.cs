namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>What people of the demo write in their reviews. Made up, like the people.</summary>
internal static class DemoWords
{
    public static readonly string[] Employee =
    [
        "What went well: three families told me that they felt heard.\nWhat was hard: two months of duty in a row.\nI would like to talk about more joint visits.",
        "I am proud of the plan we made with a grandmother and her two boys. I want to learn more about working with fathers.",
        "Quieter than last year, and I needed that. I would like to hold a learning circle myself.",
    ];

    public static readonly string[] Manager =
    [
        "Thank you for holding the duty rota in winter. I should like to hear what would make it lighter.",
        "Families name you as somebody who comes back when you said you would. What would you like to do more of?",
        "You have grown in supervision. Let us talk about the practice educator course.",
    ];

    public static readonly string[] Outcome =
    [
        "We talked about a good year and a long winter. We agreed on joint visits twice a month, a course on working with fathers, and one afternoon a week without meetings.",
        "We agreed that life story work stays at the centre, and that duty is shared out anew from September.",
        "We talked; the work is going well. One circle to hold together in autumn, and a look at it half-way.",
    ];

    public static string Of(string[] words, int number) => words[number % words.Length];
}
