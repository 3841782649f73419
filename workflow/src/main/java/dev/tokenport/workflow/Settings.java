package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferenceSyntaxException;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.WorkflowFile.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts values from the command line into the place of those in a file. */
final class Settings {

    private Settings() {}

    /** The workflow with these values; of two for one parameter the later one wins. */
    static Workflow apply(Workflow workflow, List<Setting> settings, Problems problems) {
        Suggestion suggestion = new Suggestion();
        Map<String, Task> tasks = new LinkedHashMap<>(workflow.tasks());
        for (Setting setting : settings) {
            Task task = tasks.get(setting.task());
            if (task == null) {
                String instead = suggestion.instead(
                        setting.task(), tasks.keySet(), "; the workflow's tasks are " + someOf(tasks));
                refuse(setting, "there is no task '" + setting.task() + "'" + instead, problems);
                continue;
            }
            try {
                ParameterNode.Scalar value = new ParameterNode.Scalar(
                        ReferencingText.parse(setting.value()),
                        JsonType.STRING,
                        Position.COMMAND_LINE,
                        Position.COMMAND_LINE,
                        List.of());
                tasks.put(task.id(), task.withParameters(replaced(task.parameters(), setting.parameter(), value)));
            } catch (ReferenceSyntaxException e) {
                refuse(setting, String.valueOf(e.getMessage()), problems);
            }
        }
        return new Workflow(workflow.name(), workflow.file(), workflow.folder(), tasks);
    }

    private static void refuse(Setting setting, String message, Problems problems) {
        problems.add(setting.task(), setting.parameter(), Position.COMMAND_LINE, message);
    }

    private static String someOf(Map<String, Task> tasks) {
        List<String> first =
                tasks.keySet().stream().limit(5).map(id -> "'" + id + "'").toList();
        return String.join(", ", first) + (tasks.size() > first.size() ? ", …" : "");
    }

    /** Replaces the value of an address: a nested one where the file has its parent as a mapping. */
    private static Map<String, ParameterNode> replaced(
            Map<String, ParameterNode> values, String address, ParameterNode.Scalar value) {
        Map<String, ParameterNode> result = new LinkedHashMap<>(values);
        int dash = address.indexOf('-');
        if (dash > 0
                && !values.containsKey(address)
                && values.get(address.substring(0, dash)) instanceof ParameterNode.Mapping parent) {
            Map<String, ParameterNode> entries = replaced(parent.entries(), address.substring(dash + 1), value);
            result.put(address.substring(0, dash), new ParameterNode.Mapping(entries, parent.key(), parent.position()));
            return result;
        }
        result.keySet().removeIf(id -> id.startsWith(address + "-"));
        result.put(address, value);
        return result;
    }
}
