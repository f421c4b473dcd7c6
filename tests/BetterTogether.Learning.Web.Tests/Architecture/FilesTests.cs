namespace BetterTogether.Learning.Web.Tests.Architecture;

public sealed class FilesTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Web = Path.Combine(Root, "src", "BetterTogether.Learning.Web");

    [Fact]
    public void Outside_of_dist_the_site_serves_our_own_files_only()
    {
        string[] ours = ["favicon.svg"];
        var wwwroot = Path.Combine(Web, "wwwroot");

        var others = Directory.EnumerateFiles(wwwroot, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(wwwroot, f))
            .Where(f => !f.StartsWith("dist" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Except(ours);

        Assert.Empty(others);
    }

    [Fact]
    public void What_is_built_is_not_committed() => Assert.Contains("/src/BetterTogether.Learning.Web/wwwroot/dist/", File.ReadAllLines(Path.Combine(Root, ".gitignore")));

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.InRange(File.ReadAllLines(Path.Combine(Web, "Program.cs")).Length, 1, 60);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BetterTogether.Learning.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository");
    }
}
