namespace BetterTogether.Learning.Browser.Tests.Running;

/// <summary>Where the sources stand.</summary>
internal static class Repository
{
    public static readonly string Root = Find();
    public static readonly string Web = Path.Combine(Root, "src", "BetterTogether.Learning.Web");

    /// <summary>The product as it was built along with these tests: bin/Debug/net10.0 there as here.</summary>
    public static string WebDll => Path.Combine(Web, "bin", Path.GetRelativePath(Path.Combine(Root, "tests", "BetterTogether.Learning.Browser.Tests", "bin"), AppContext.BaseDirectory), "BetterTogether.Learning.Web.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BetterTogether.Learning.sln"))) { folder = folder.Parent; }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository");
    }
}
