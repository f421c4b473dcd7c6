using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Pages;

/// <summary>A page in one of its states.</summary>
/// <param name="Page">The address as its @page line has it.</param>
/// <param name="State">What is to be seen; with the page it names the row.</param>
/// <param name="As">Who looks: "nobody", "worker" for one that no other test is, else the name before @demo.example.</param>
/// <param name="Reach">What that person does to have the page before them in that state.</param>
/// <param name="Status">What the page answers.</param>
internal sealed record Row(string Page, string State, string As, Func<Site, Someone, Task> Reach, int Status = 200)
{
    /// <summary>A page that is reached by its address alone.</summary>
    public Row(string page, string state, string who, string path, int status = 200) : this(page, state, who, (_, me) => me.GoAsync(path), status) { }
}
