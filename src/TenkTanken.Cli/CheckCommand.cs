using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TenkTanken.Content;
using TenkTanken.Content.Checking;

namespace TenkTanken.Cli;

/// <summary><c>tenk check</c>: every problem of every edition with its file and line, and what is misspelt; exit code 1 when one of them blocks.</summary>
internal static class CheckCommand
{
    private const string Plain = "plain";
    private const string Json = "json";

    /// <summary>Norwegian letters stay readable; the answer is never put into a page.</summary>
    private static readonly JsonSerializerOptions AsJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make(Messages messages, TimeProvider clock)
    {
        var folder = Options.Folder(messages);
        var language = Options.Language(messages);
        var format = new Option<string>("--format") { Description = messages.Say("format"), DefaultValueFactory = _ => Plain };
        format.AcceptOnlyFromAmong(Plain, Json);

        var command = new Command("check", messages.Say("check")) { folder, format, language };
        command.SetAction(parsed =>
        {
            var checkedFolder = parsed.GetRequiredValue(folder);
            var found = ContentLoader.Check(checkedFolder.FullName, Workbench.Today(clock));
            var answer = new Answer(found, checkedFolder, parsed.GetRequiredValue(language));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetRequiredValue(format) == Json)
            {
                output.WriteLine(answer.AsJson());
            }
            else
            {
                answer.WriteTo(output);
            }

            return answer.Blocking > 0 ? 1 : 0;
        });

        return command;
    }

    private sealed class Answer(IReadOnlyList<Problem> problems, DirectoryInfo folder, string language)
    {
        private readonly Messages _messages = Messages.In(language);

        public int Blocking => problems.Count(problem => problem.Blocks);

        private int Advice => problems.Count - Blocking;

        public void WriteTo(TextWriter output)
        {
            foreach (var problem in problems)
            {
                output.WriteLine(
                    $"{problem.Place}  {_messages.Say(problem.Blocks ? "blocks" : "advises")}  {problem.Wrong(language)} {problem.Remedy(language)}");
            }

            var last = problems.Count == 0 ? "no-problems" : Blocking == 0 ? "only-advice" : "problems";
            output.WriteLine(_messages.Say(last).With(("folder", folder.Name), ("blocking", $"{Blocking}"), ("advice", $"{Advice}")));
        }

        public string AsJson() => JsonSerializer.Serialize(
            new
            {
                Blocking,
                Advice,
                Problems = problems.Select(problem => new
                {
                    problem.File,
                    Line = problem.Line > 0 ? problem.Line : (int?)null,
                    Kind = $"{problem.Kind}",
                    problem.Blocks,
                    Wrong = problem.Wrong(language),
                    Do = problem.Remedy(language),
                }),
            },
            CheckCommand.AsJson);
    }
}
